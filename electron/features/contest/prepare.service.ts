import type { Work } from '../../database/changes/work.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import {
  areThere,
  listCompetitors,
  readChampionship,
  readEntry,
  type CompetitorRow,
  type EntryRow,
} from './contest.repository.ts';
import { listDays, listForms, listFormTeams } from './forms.repository.ts';

/** Whether marks rest on the attempt already, or it has gone a step in its life. */
export const isBegun = (row: CompetitorRow): boolean =>
  row.filledCount > 0 || (row.state !== null && row.state !== 'draft');

/** Begins the attempt of a competitor; of a team it is on record under its first member. @returns its id */
export function beginAttempt(
  work: Work,
  place: { sessionId: string; schemeId: string; studentId: string },
): string {
  const id = work.newId();
  work.insert('attempts', {
    id,
    session_id: place.sessionId,
    student_id: place.studentId,
    scheme_id: place.schemeId,
    sub_criterion_ids_json: null,
    status: 'draft',
    duration_minutes: null,
    notes: '',
    completed_by: null,
    verified_by: null,
    state_reason: null,
  });
  return id;
}

/** The session that holds the marks of a competency; made with the first scheme. */
async function ensureSession(work: Work, entry: EntryRow): Promise<string> {
  if (entry.sessionId !== null) return entry.sessionId;
  const championship = found(await readChampionship(work.db, entry.championshipId), 'championship');
  const id = work.newId();
  work.insert('sessions', {
    id,
    competency_id: entry.competencyId,
    date: championship.start_date,
    duration_minutes: null,
    workshop: championship.place,
    expert_id: null,
    notes: championship.name,
  });
  return id;
}

/** Days and teams were those of the sub-criteria of the former scheme. */
async function dropFormer(work: Work, entry: EntryRow): Promise<void> {
  for (const day of await listDays(work.db, [entry.id])) await work.remove('marking_days', day.id);
  if (entry.sessionId === null) return;
  for (const id of await listFormTeams(work.db, entry.sessionId)) await work.remove('session_judges', id);
}

/**
 * Chooses the scheme that is competed at, before the first mark. @returns the session that holds the marks
 * @throws Refusal `not_found`, `in_use` once something is marked
 */
export async function setScheme(work: Work, entryId: string, schemeId: string): Promise<string> {
  const entry = found(await readEntry(work.db, entryId), 'competency of the championship');
  assertFound(await areThere(work.db, 'schemes', [schemeId]), 'scheme');
  const competitors = await listCompetitors(work.db, { entryId });
  if (entry.schemeId !== null && entry.schemeId !== schemeId) {
    if (competitors.some(isBegun)) throw new Refusal('in_use', 'marks rest on the scheme');
    await dropFormer(work, entry);
  }
  const sessionId = await ensureSession(work, entry);
  for (const competitor of competitors) {
    const [first] = competitor.members;
    if (competitor.attemptId !== null) {
      await work.update('attempts', competitor.attemptId, { scheme_id: schemeId });
    } else if (first) {
      const attemptId = beginAttempt(work, { sessionId, schemeId, studentId: first.studentId });
      await work.update('competitors', competitor.id, { attempt_id: attemptId });
    }
  }
  await work.update('championship_competencies', entryId, { scheme_id: schemeId, session_id: sessionId });
  return sessionId;
}

/** Marks a sub-criterion on a day of its own. @throws Refusal `not_found` */
export async function setDay(
  work: Work,
  input: { entryId: string; subCriterionId: string; day: number | null },
): Promise<void> {
  const entry = found(await readEntry(work.db, input.entryId), 'competency of the championship');
  const forms = await listForms(work.db, entry.schemeId === null ? [] : [entry.schemeId]);
  const form = found(
    forms.find((one) => one.subCriterionId === input.subCriterionId),
    'sub-criterion',
  );
  const known = (await listDays(work.db, [entry.id])).find(
    (row) => row.subCriterionId === input.subCriterionId,
  );
  if (known && form.schemeDay === input.day) await work.remove('marking_days', known.id);
  else if (known) await work.update('marking_days', known.id, { day: input.day });
  else if (form.schemeDay !== input.day) {
    const place = { entry_id: entry.id, sub_criterion_id: input.subCriterionId };
    work.insert('marking_days', { id: work.newId(), ...place, day: input.day });
  }
}
