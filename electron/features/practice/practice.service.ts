import type { IncidentRow, TimerRow } from '#shared/contract/practice.ts';
import type { ParsedInput } from '#shared/contract/registry.ts';
import { elapsedAt, startWatch, switchWatch, type WatchState } from '#shared/domain/planning/stopwatch.ts';
import type { Work } from '../../database/changes/work.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { listAttemptIds, listTimers, readLastSession, sessionExists } from './practice.repository.ts';

/**
 * Starts a stopwatch for each student; one that is open is stopped first, for nobody works at two modules at once.
 * @returns ids in the same order @throws Refusal `not_found`
 */
export async function startTimers(
  work: Work,
  input: { sessionId: string; studentIds: readonly string[]; label: string },
): Promise<string[]> {
  assertFound(await sessionExists(work.db, input.sessionId), 'session');
  const studentIds = new Set(input.studentIds);
  const open = (await listTimers(work.db, { sessionId: input.sessionId })).filter(
    (timer) => timer.state !== 'stopped' && studentIds.has(timer.studentId),
  );
  if (open.length > 0)
    await switchTimers(
      work,
      open.map((timer) => timer.id),
      'stopped',
    );
  const attempts = await listAttemptIds(work.db, input.sessionId);
  const watch = startWatch(work.at);
  const rows = [...studentIds].map((studentId) => ({
    id: work.newId(),
    session_id: input.sessionId,
    student_id: studentId,
    attempt_id: attempts.get(studentId) ?? null,
    label: input.label,
    state: watch.state,
    running_since: watch.runningSince,
    elapsed_seconds: watch.elapsedSeconds,
    waiting_seconds: watch.waitingSeconds,
    waiting_since: watch.waitingSince,
  }));
  work.insertMany('timers', rows);
  work.describe({ count: rows.length });
  return rows.map((row) => row.id);
}

/** Brings stopwatches into another state; one that stops adds its minutes to the attempt. @throws Refusal `not_found` */
export async function switchTimers(work: Work, ids: readonly string[], state: WatchState): Promise<void> {
  const timers = await listTimers(work.db, { ids });
  assertFound(timers.length === new Set(ids).size, 'timer');
  for (const timer of timers) {
    const next = switchWatch(timer, state, work.at);
    await work.update('timers', timer.id, {
      state: next.state,
      running_since: next.runningSince,
      elapsed_seconds: next.elapsedSeconds,
      waiting_since: next.waitingSince,
      waiting_seconds: next.waitingSeconds,
    });
    if (state === 'stopped' && timer.state !== 'stopped') await noteDuration(work, timer);
  }
  work.describe({ count: timers.length });
}

/** An attempt's time is that of all its stopwatches, in whole minutes, at least one. */
async function noteDuration(work: Work, timer: TimerRow): Promise<void> {
  const { attemptId } = timer;
  if (attemptId === null) return;
  const others = (await listTimers(work.db, { sessionId: timer.sessionId })).filter(
    (one) => one.attemptId === attemptId,
  );
  const seconds = others.reduce((sum, one) => sum + elapsedAt(one, work.at), 0);
  await work.update('attempts', attemptId, { duration_minutes: Math.max(1, Math.round(seconds / 60)) });
}

/** Notes an incident at the moment of the call. @returns its id @throws Refusal `not_found` */
export async function addIncident(
  work: Work,
  input: Pick<IncidentRow, 'sessionId' | 'studentId' | 'category' | 'note'>,
): Promise<string> {
  assertFound(await sessionExists(work.db, input.sessionId), 'session');
  const id = work.newId();
  work.insert('incidents', {
    id,
    session_id: input.sessionId,
    student_id: input.studentId,
    at: work.at,
    category: input.category,
    note: input.note,
  });
  return id;
}

/** A session like another one, with the same people and, unmarked, the same attempts. @throws Refusal `not_found` */
export async function repeatLast(work: Work, input: ParsedInput<'practice.repeatLast'>): Promise<string> {
  const { competencyId, date } = input;
  const last = found(await readLastSession(work.db, competencyId, input.sessionId), 'session');
  const id = work.newId();
  const { duration_minutes, workshop, expert_id } = last.session;
  work.insert('sessions', {
    id,
    competency_id: competencyId,
    date,
    duration_minutes,
    workshop,
    expert_id,
    // Notes are about that day.
    notes: '',
  });
  work.insertMany(
    'attendance',
    last.studentIds.map((studentId) => ({
      id: work.newId(),
      session_id: id,
      student_id: studentId,
      state: 'present',
      note: '',
    })),
  );
  work.insertMany(
    'attempts',
    last.attempts.map((attempt) => ({
      id: work.newId(),
      session_id: id,
      student_id: attempt.student_id,
      scheme_id: attempt.scheme_id,
      sub_criterion_ids_json: attempt.sub_criterion_ids_json,
      status: 'draft',
      duration_minutes: null,
      notes: '',
      completed_by: null,
      verified_by: null,
      state_reason: null,
    })),
  );
  return id;
}
