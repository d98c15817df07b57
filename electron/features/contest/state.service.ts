import { isReadyToFreeze, type ContestState } from '#shared/domain/assessment/contest.ts';
import type { MedalRules } from '#shared/domain/assessment/medals.ts';
import type { Work } from '../../database/changes/work.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import { areThere, listCompetitors, readEntry, type EntryRow } from './contest.repository.ts';

/** Who closes or opens results. */
export interface Closing {
  byExpertId: string | null;
}

/** @throws Refusal `not_found`, `contest_wrong_state` */
async function entryIn(work: Work, id: string, states: readonly ContestState[]): Promise<EntryRow> {
  const entry = found(await readEntry(work.db, id), 'competency of the championship');
  if (!states.includes(entry.state)) {
    throw new Refusal('contest_wrong_state', `the results are ${entry.state}`, { state: entry.state });
  }
  return entry;
}

async function assertExpert(work: Work, id: string | null): Promise<void> {
  if (id !== null) assertFound(await areThere(work.db, 'experts', [id]), 'expert');
}

/** Locks verified results of an entry. @throws Refusal `contest_no_scheme`, `contest_incomplete` */
async function lockResults(work: Work, entry: EntryRow): Promise<void> {
  const competitors = await listCompetitors(work.db, { entryId: entry.id });
  if (entry.schemeId === null || competitors.length === 0) {
    throw new Refusal('contest_no_scheme', 'nothing has been competed at');
  }
  const open = competitors.filter((one) => one.state === null || !isReadyToFreeze(one.state));
  if (open.length > 0) {
    throw new Refusal('contest_incomplete', 'results are not verified', { count: open.length });
  }
  for (const { attemptId, state } of competitors) {
    if (attemptId !== null && state === 'verified') {
      await work.update('attempts', attemptId, { status: 'locked', state_reason: null });
    }
  }
}

/**
 * Closes the results of competencies: nothing about them changes until they are reopened.
 * @throws Refusal `not_found`, `contest_wrong_state`, `contest_no_scheme`, `contest_incomplete`
 */
export async function freeze(work: Work, entryIds: readonly string[], by: Closing): Promise<void> {
  await assertExpert(work, by.byExpertId);
  for (const id of new Set(entryIds)) {
    await lockResults(work, await entryIn(work, id, ['open']));
    await turn(work, id, { state: 'frozen', by: by.byExpertId, reason: null });
  }
  work.describe({ count: entryIds.length });
}

/** Makes frozen results known. @throws Refusal `not_found`, `contest_wrong_state` */
export async function publish(work: Work, entryIds: readonly string[], by: Closing): Promise<void> {
  await assertExpert(work, by.byExpertId);
  for (const id of new Set(entryIds)) {
    await entryIn(work, id, ['frozen']);
    await turn(work, id, { state: 'published', by: by.byExpertId, reason: null });
  }
  work.describe({ count: entryIds.length });
}

/** Opens closed results again; locked ones stay locked until they are reopened one by one. @throws Refusal `not_found`, `contest_wrong_state` */
export async function reopen(
  work: Work,
  input: { entryId: string; reason: string } & Closing,
): Promise<void> {
  await assertExpert(work, input.byExpertId);
  await entryIn(work, input.entryId, ['frozen', 'published']);
  await turn(work, input.entryId, { state: 'open', by: input.byExpertId, reason: input.reason });
}

async function turn(
  work: Work,
  entryId: string,
  to: { state: ContestState; by: string | null; reason: string | null },
): Promise<void> {
  await work.update('championship_competencies', entryId, {
    state: to.state,
    state_at: work.at,
    state_by: to.by,
    state_reason: to.reason,
  });
}

/** Sets the rules of a championship's medals. @throws Refusal `not_found` */
export async function setMedalRules(work: Work, championshipId: string, rules: MedalRules): Promise<void> {
  const patch = { medal_rules_json: JSON.stringify(rules) };
  assertFound(await work.update('championships', championshipId, patch), 'championship');
}
