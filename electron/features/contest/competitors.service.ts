import { drawOrder } from '#shared/domain/assessment/contest.ts';
import type { Work } from '../../database/changes/work.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import {
  areThere,
  listCompetitors,
  listMemberRows,
  readCompetitor,
  readEntry,
  type CompetitorRow,
  type EntryRow,
} from './contest.repository.ts';
import { beginAttempt, isBegun } from './prepare.service.ts';

/** One competitor: a person, or a team under one name. */
export interface CompetitorInput {
  teamName: string;
  studentIds: readonly string[];
}

/** @throws Refusal `not_found`, `contest_team_size`, `contest_already_competes` */
async function assertMayCompete(
  work: Work,
  entry: EntryRow,
  wanted: { competitors: readonly CompetitorInput[]; others: readonly CompetitorRow[] },
): Promise<void> {
  const studentIds = wanted.competitors.flatMap((one) => one.studentIds);
  assertFound(await areThere(work.db, 'students', studentIds), 'student');
  for (const one of wanted.competitors) {
    if (one.studentIds.length !== entry.teamSize) {
      throw new Refusal('contest_team_size', 'a competitor of another size', { count: entry.teamSize });
    }
  }
  const taken = new Set(wanted.others.flatMap((one) => one.members.map((member) => member.studentId)));
  const isTwice = new Set(studentIds).size < studentIds.length || studentIds.some((id) => taken.has(id));
  if (isTwice) throw new Refusal('contest_already_competes', 'somebody would compete twice');
}

function insertMembers(work: Work, competitorId: string, studentIds: readonly string[]): void {
  const rows = studentIds.map((studentId, position) => ({
    id: work.newId(),
    competitor_id: competitorId,
    student_id: studentId,
    position,
  }));
  work.insertMany('competitor_members', rows);
}

function insertCompetitor(
  work: Work,
  entry: EntryRow,
  input: CompetitorInput & { position: number },
): string {
  const [first = ''] = input.studentIds;
  const { sessionId, schemeId } = entry;
  const attemptId =
    sessionId === null || schemeId === null
      ? null
      : beginAttempt(work, { sessionId, schemeId, studentId: first });
  const id = work.newId();
  work.insert('competitors', {
    id,
    entry_id: entry.id,
    position: input.position,
    team_name: input.teamName,
    attempt_id: attemptId,
  });
  insertMembers(work, id, input.studentIds);
  return id;
}

/**
 * Enters competitors at the end of the running order; a draw that was made before holds no longer for all.
 * @returns their ids @throws Refusal `not_found`, `contest_team_size`, `contest_already_competes`
 */
export async function addCompetitors(
  work: Work,
  entryId: string,
  competitors: readonly CompetitorInput[],
): Promise<string[]> {
  const entry = found(await readEntry(work.db, entryId), 'competency of the championship');
  const others = await listCompetitors(work.db, { entryId });
  await assertMayCompete(work, entry, { competitors, others });
  if (entry.orderKind === 'drawn') {
    await work.update('championship_competencies', entryId, { order_kind: 'set', order_seed: null });
  }
  work.describe({ count: competitors.length });
  const last = others.at(-1)?.position ?? 0;
  return competitors.map((input, index) =>
    insertCompetitor(work, entry, { ...input, position: last + index + 1 }),
  );
}

/** A competitor of an entry with its sums. @throws Refusal `not_found` */
async function findCompetitor(
  work: Work,
  id: string,
): Promise<{ entry: EntryRow; own: CompetitorRow; others: CompetitorRow[] }> {
  const row = found(await readCompetitor(work.db, id), 'competitor');
  const entry = found(await readEntry(work.db, row.entry_id), 'competency of the championship');
  const all = await listCompetitors(work.db, { entryId: entry.id });
  const own = found(
    all.find((one) => one.id === id),
    'competitor',
  );
  return { entry, own, others: all.filter((one) => one.id !== id) };
}

/**
 * Changes the name of a team, or who is in it. Marks stay with the first member, who is on record for them.
 * @throws Refusal `not_found`, `in_use`, `contest_team_size`, `contest_already_competes`
 */
export async function changeCompetitor(work: Work, id: string, input: CompetitorInput): Promise<void> {
  const { entry, own, others } = await findCompetitor(work, id);
  await assertMayCompete(work, entry, { competitors: [input], others });
  const [first = ''] = input.studentIds;
  if (own.attemptId !== null && own.members[0]?.studentId !== first) {
    if (isBegun(own)) throw new Refusal('in_use', 'the marks are on record under the first member');
    await work.update('attempts', own.attemptId, { student_id: first });
  }
  await work.update('competitors', id, { team_name: input.teamName });
  const isSame =
    own.members.length === input.studentIds.length &&
    own.members.every((member, index) => member.studentId === input.studentIds[index]);
  if (isSame) return;
  for (const row of await listMemberRows(work.db, id)) await work.remove('competitor_members', row.id);
  insertMembers(work, id, input.studentIds);
}

/** Takes out a competitor without marks; those behind move up. @throws Refusal `not_found`, `in_use` */
export async function removeCompetitor(work: Work, id: string): Promise<void> {
  const { own, others } = await findCompetitor(work, id);
  if (isBegun(own)) throw new Refusal('in_use', 'the competitor has marks');
  for (const row of await listMemberRows(work.db, id)) await work.remove('competitor_members', row.id);
  await work.remove('competitors', id);
  if (own.attemptId !== null) await work.remove('attempts', own.attemptId);
  await numberAnew(
    work,
    others.map((one) => one.id),
  );
}

async function numberAnew(work: Work, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) await work.update('competitors', id, { position: index + 1 });
}

/** Draws the running order; the seed stays on record, so that anybody can draw it again. @throws Refusal `not_found` */
export async function drawRunningOrder(work: Work, entryId: string, seed: number): Promise<void> {
  found(await readEntry(work.db, entryId), 'competency of the championship');
  const ids = (await listCompetitors(work.db, { entryId })).map((one) => one.id);
  await numberAnew(work, drawOrder(ids, seed));
  await work.update('championship_competencies', entryId, { order_kind: 'drawn', order_seed: seed });
  work.describe({ seed });
}

/** Sets the running order by hand. @throws Refusal `not_found`, `conflict` when these are not the competitors */
export async function setRunningOrder(work: Work, entryId: string, ids: readonly string[]): Promise<void> {
  found(await readEntry(work.db, entryId), 'competency of the championship');
  const known = new Set((await listCompetitors(work.db, { entryId })).map((one) => one.id));
  const isSame = known.size === ids.length && new Set(ids).size === ids.length;
  if (!isSame || !ids.every((id) => known.has(id))) {
    throw new Refusal('conflict', 'the order does not name all competitors once');
  }
  await numberAnew(work, ids);
  await work.update('championship_competencies', entryId, { order_kind: 'set', order_seed: null });
}
