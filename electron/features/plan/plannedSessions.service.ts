import type { PlannedSessionInput } from '#shared/contract/plan.ts';
import type { Work } from '../../database/changes/work.ts';
import { assertFound, found, Refusal } from '../../router/refusal.ts';
import { exists, getPlanned, listSquads, type StoredPlanned } from './calendar.repository.ts';
import { plannedFields } from './plans.service.ts';

/** @throws Refusal `not_found` when something that the session names is not there */
export async function assertReferences(work: Work, session: PlannedSessionInput): Promise<void> {
  const named = [
    ['competencies', session.competencyId],
    ['training_plans', session.planId],
    ['experts', session.expertId],
    ['schemes', session.schemeId],
    ...(session.studentIds ?? []).map((id) => ['students', id] as const),
  ] as const;
  for (const [table, id] of named) {
    if (id !== null) assertFound(await exists(work.db, table, id), table);
  }
}

/** Changes a planned session; the day that was planned first stays. @throws Refusal `not_found` */
export async function updatePlanned(work: Work, id: string, session: PlannedSessionInput): Promise<void> {
  found(await getPlanned(work.db, id), 'planned session');
  await assertReferences(work, session);
  await work.update('planned_sessions', id, plannedFields(session));
}

async function openOne(work: Work, id: string): Promise<StoredPlanned> {
  const session = found(await getPlanned(work.db, id), 'planned session');
  if (session.sessionId !== null) throw new Refusal('in_use', 'the session has been held');
  return session;
}

/** Moves a session to another day; the first one is kept. @throws Refusal `not_found`, `in_use` when it was held */
export async function movePlanned(
  work: Work,
  id: string,
  to: { date: string; startTime?: string | undefined },
): Promise<void> {
  await openOne(work, id);
  await work.update('planned_sessions', id, {
    date: to.date,
    ...(to.startTime === undefined ? {} : { start_time: to.startTime }),
  });
}

/** @throws Refusal `not_found`, `in_use` when it was held */
export async function removePlanned(work: Work, id: string): Promise<void> {
  await openOne(work, id);
  await work.remove('planned_sessions', id);
}

/**
 * Makes the training session of a planned one: today, with its people present and, when it names a scheme, an attempt
 * for each. One that was started before is simply found again.
 * @returns the id of the session
 */
export async function startPlanned(work: Work, id: string, today: string): Promise<string> {
  const planned = found(await getPlanned(work.db, id), 'planned session');
  if (planned.sessionId !== null) return planned.sessionId;
  const sessionId = work.newId();
  work.insert('sessions', {
    id: sessionId,
    competency_id: planned.competencyId,
    date: today,
    duration_minutes: planned.durationMinutes,
    workshop: planned.workshop,
    expert_id: planned.expertId,
    notes: planned.focus,
  });
  const squads = await listSquads(work.db);
  const studentIds = planned.studentIds ?? squads.get(planned.competencyId) ?? [];
  work.insertMany(
    'attendance',
    studentIds.map((studentId) => ({
      id: work.newId(),
      session_id: sessionId,
      student_id: studentId,
      state: 'present',
      note: '',
    })),
  );
  const { schemeId } = planned;
  if (schemeId !== null) {
    work.insertMany(
      'attempts',
      studentIds.map((studentId) => ({
        id: work.newId(),
        session_id: sessionId,
        student_id: studentId,
        scheme_id: schemeId,
        sub_criterion_ids_json: null,
        status: 'draft',
        duration_minutes: null,
        notes: '',
        completed_by: null,
        verified_by: null,
        state_reason: null,
      })),
    );
  }
  await work.update('planned_sessions', id, { session_id: sessionId });
  return sessionId;
}
