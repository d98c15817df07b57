import type { SessionInput } from '#shared/contract/training.ts';
import { isOpenForMarks } from '#shared/domain/assessment/attemptLife.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import { listAttempts, listSubCriterionIds, readScopes, readTotals } from './attempts.repository.ts';
import { allExist, getSession, isOfContest, listAttendance } from './sessions.repository.ts';

const sessionFields = (input: SessionInput): Omit<NewRow<'sessions'>, 'id'> => ({
  competency_id: input.competencyId,
  date: input.date,
  duration_minutes: input.durationMinutes,
  workshop: input.workshop,
  expert_id: input.expertId,
  notes: input.notes,
});

async function assertReferences(work: Work, input: SessionInput): Promise<void> {
  assertFound(await allExist(work.db, 'competencies', [input.competencyId]), 'competency');
  if (input.expertId) assertFound(await allExist(work.db, 'experts', [input.expertId]), 'expert');
}

/** Adds a training session. @returns the id @throws Refusal `not_found` */
export async function createSession(work: Work, input: SessionInput): Promise<string> {
  await assertReferences(work, input);
  const id = work.newId();
  work.insert('sessions', { id, ...sessionFields(input) });
  return id;
}

/**
 * Changes a session. Its competency stays once there are attempts: their marks are counted there.
 * @throws Refusal `not_found`, `in_use`
 */
export async function updateSession(work: Work, id: string, input: SessionInput): Promise<void> {
  const old = found(await getSession(work.db, id), 'session');
  await assertReferences(work, input);
  if (old.competencyId !== input.competencyId && old.attemptCount > 0) {
    throw new Refusal('in_use', 'the session has attempts in its competency');
  }
  await work.update('sessions', id, sessionFields(input));
}

/**
 * Deletes a session with its attempts and attendance; undo brings all of it back.
 * @throws Refusal `not_found`, `in_use` when it holds the marks of a championship
 */
export async function removeSession(work: Work, id: string): Promise<void> {
  found(await getSession(work.db, id), 'session');
  if (await isOfContest(work.db, id)) throw new Refusal('in_use', 'a championship rests on the session');
  for (const attempt of await listAttempts(work.db, id)) await work.remove('attempts', attempt.id);
  for (const entry of await listAttendance(work.db, id)) await work.remove('attendance', entry.id);
  await work.remove('sessions', id);
}

/** One student's attendance; state null takes the entry away. */
export interface AttendanceInput {
  studentId: string;
  state: 'present' | 'late' | 'absent' | 'excused' | null;
  note?: string | undefined;
}

/** Sets the attendance of the students named; others stay. @throws Refusal `not_found` */
export async function setAttendance(
  work: Work,
  sessionId: string,
  entries: readonly AttendanceInput[],
): Promise<void> {
  found(await getSession(work.db, sessionId), 'session');
  const studentIds = entries.map((entry) => entry.studentId);
  assertFound(await allExist(work.db, 'students', studentIds), 'student');
  const known = new Map((await listAttendance(work.db, sessionId)).map((entry) => [entry.studentId, entry]));
  for (const entry of new Map(entries.map((one) => [one.studentId, one])).values()) {
    const old = known.get(entry.studentId);
    if (entry.state === null) {
      if (old) await work.remove('attendance', old.id);
      continue;
    }
    const note = entry.note ?? old?.note ?? '';
    if (old) await work.update('attendance', old.id, { state: entry.state, note });
    else {
      const row = { id: work.newId(), session_id: sessionId, student_id: entry.studentId };
      work.insert('attendance', { ...row, state: entry.state, note });
    }
  }
  work.describe({ count: entries.length });
}

/** What {@link addAttempts} starts. */
export interface AttemptsInput {
  sessionId: string;
  schemeId: string;
  studentIds: readonly string[];
  /** Null: the whole scheme. */
  subCriterionIds: readonly string[] | null;
}

/**
 * Starts an attempt of each student; those who took part are noted as present unless something else is on record.
 * @returns ids of the attempts in the order of the students
 * @throws Refusal `not_found`: session, scheme, a student, or a sub-criterion of another scheme
 */
export async function addAttempts(work: Work, input: AttemptsInput): Promise<string[]> {
  const studentIds = [...new Set(input.studentIds)];
  found(await getSession(work.db, input.sessionId), 'session');
  assertFound(await allExist(work.db, 'schemes', [input.schemeId]), 'scheme');
  assertFound(await allExist(work.db, 'students', studentIds), 'student');
  if (input.subCriterionIds) {
    const own = await listSubCriterionIds(work.db, input.schemeId);
    assertFound(
      input.subCriterionIds.every((id) => own.has(id)),
      'sub-criterion',
    );
  }
  const attempts = studentIds.map((studentId) => ({
    id: work.newId(),
    session_id: input.sessionId,
    student_id: studentId,
    scheme_id: input.schemeId,
    sub_criterion_ids_json: input.subCriterionIds ? JSON.stringify(input.subCriterionIds) : null,
    status: 'draft',
    duration_minutes: null,
    notes: '',
    completed_by: null,
    verified_by: null,
    state_reason: null,
  }));
  work.insertMany('attempts', attempts);
  await notePresence(work, input.sessionId, studentIds);
  work.describe({ count: attempts.length });
  return attempts.map((attempt) => attempt.id);
}

/** What may be changed about an attempt in everyday practice. */
export interface AttemptPatch {
  status: 'draft' | 'complete';
  durationMinutes: number | null;
  notes: string;
}

/**
 * Changes time, notes, and whether the sheet is complete: every aspect marked or noted as not attempted.
 * @throws Refusal `not_found`, `attempt_closed`, `attempt_marks_missing`
 */
export async function updateAttempt(work: Work, id: string, patch: AttemptPatch): Promise<void> {
  const attempt = found((await readScopes(work.db, [id])).get(id), 'attempt');
  if (!isOpenForMarks(attempt.state)) {
    throw new Refusal('attempt_closed', 'the result is not open for changes', { state: attempt.state });
  }
  if (patch.status === 'complete' && attempt.state !== 'complete') {
    const [total] = await readTotals(work.db, [id]);
    const missing = total ? total.scopeCount - total.markedCount - total.notAttemptedCount : 0;
    if (missing > 0) throw new Refusal('attempt_marks_missing', 'aspects without a mark', { missing });
  }
  const { status, durationMinutes, notes } = patch;
  await work.update('attempts', id, { status, duration_minutes: durationMinutes, notes });
}

async function notePresence(work: Work, sessionId: string, studentIds: readonly string[]): Promise<void> {
  const known = new Set((await listAttendance(work.db, sessionId)).map((entry) => entry.studentId));
  work.insertMany(
    'attendance',
    studentIds
      .filter((studentId) => !known.has(studentId))
      .map((studentId) => ({
        id: work.newId(),
        session_id: sessionId,
        student_id: studentId,
        state: 'present',
        note: '',
      })),
  );
}

/** Deletes an attempt. @throws Refusal `not_found`, `in_use` when it is a competitor's at a championship */
export async function removeAttempt(work: Work, id: string): Promise<void> {
  const attempt = found((await readScopes(work.db, [id])).get(id), 'attempt');
  if (await isOfContest(work.db, attempt.sessionId)) {
    throw new Refusal('in_use', 'a competitor of a championship rests on the attempt');
  }
  await work.remove('attempts', id);
}
