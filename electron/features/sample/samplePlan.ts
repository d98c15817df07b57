import type { SampleSession } from '#shared/domain/sample/sampleSessions.ts';
import { buildSamplePlan, listSampleIncidents } from '#shared/domain/sample/samplePlans.ts';
import type { SamplePlan } from '#shared/domain/sample/samplePlans.ts';
import { shiftDay } from '#shared/domain/planning/phases.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';

/** A session of the sample that was held lately, with its id. */
export interface StoredSession {
  id: string;
  session: SampleSession;
}

/** What the plans of the sample refer to. */
export interface PlanReferences {
  seed: number;
  today: string;
  competencies: ReadonlyMap<string, string>;
  students: readonly string[];
  experts: readonly string[];
}

function storePlan(
  work: Work,
  plan: SamplePlan,
  held: readonly StoredSession[],
  refs: PlanReferences & { competencyId: string },
): void {
  const planId = work.newId();
  const { competencyId } = refs;
  work.insert('training_plans', {
    id: planId,
    competency_id: competencyId,
    title: plan.title,
    start_date: plan.startDate,
    championship_date: plan.championshipDate,
    championship_id: null,
    notes: '',
  });
  work.insertMany(
    'plan_phases',
    plan.phases.map((phase) => ({
      id: work.newId(),
      plan_id: planId,
      kind: phase.kind,
      start_date: phase.startDate,
      end_date: phase.endDate,
      weekly_minutes: phase.weeklyMinutes,
      section_numbers_json: '[]',
      focus: '',
    })),
  );
  work.insertMany(
    'plan_milestones',
    plan.milestones.map((one) => ({
      id: work.newId(),
      plan_id: planId,
      date: one.date,
      title: one.title,
      target_hundredths: one.targetHundredths,
    })),
  );
  storePlanned(work, plan, held, { ...refs, planId });
}

function storePlanned(
  work: Work,
  plan: SamplePlan,
  held: readonly StoredSession[],
  refs: PlanReferences & { competencyId: string; planId: string },
): void {
  work.insertMany(
    'planned_sessions',
    plan.sessions.map((one): NewRow<'planned_sessions'> => ({
      id: work.newId(),
      competency_id: refs.competencyId,
      plan_id: refs.planId,
      date: one.date,
      original_date: one.originalDate,
      start_time: one.startTime,
      duration_minutes: one.durationMinutes,
      kind: one.kind,
      workshop: one.workshop,
      focus: one.focus,
      expert_id: refs.experts[one.expertIndex] ?? null,
      scheme_id: null,
      section_numbers_json: '[]',
      student_ids_json: null,
      session_id: one.heldIndex === null ? null : (held[one.heldIndex]?.id ?? null),
    })),
  );
}

/** Percent to reach, in hundredths, and the time for the whole project: what three students of a squad work towards. */
const GOALS = [
  { kind: 'percent', target: 8500 },
  { kind: 'section', target: 8000 },
  { kind: 'time', target: 420 },
] as const;

function storeGoals(
  work: Work,
  plan: SamplePlan,
  latest: SampleSession,
  refs: PlanReferences & { competencyId: string },
): void {
  const students = latest.attendance.slice(0, 3).flatMap((one) => refs.students[one.studentIndex] ?? []);
  work.insertMany(
    'goals',
    students.flatMap((studentId, place) =>
      GOALS.filter((_, index) => index <= place).map((goal): NewRow<'goals'> => ({
        id: work.newId(),
        competency_id: refs.competencyId,
        student_id: studentId,
        kind: goal.kind,
        section_number: goal.kind === 'section' ? 2 : null,
        target: goal.target,
        due_date: plan.championshipDate,
        set_date: plan.startDate,
        note: '',
      })),
    ),
  );
}

function storeAbsence(work: Work, studentId: string | undefined, today: string): void {
  if (studentId === undefined) return;
  work.insert('absences', {
    id: work.newId(),
    student_id: studentId,
    from_date: shiftDay(today, 3),
    to_date: shiftDay(today, 9),
    reason: 'Өндірістік практика',
  });
}

function storeWeeklyHours(work: Work, studentId: string | undefined): void {
  if (studentId === undefined) return;
  work.insert('weekly_hours', {
    id: work.newId(),
    student_id: studentId,
    kind: 'cannot',
    weekdays_json: '[2,4]',
    from_time: '08:00',
    to_time: '10:00',
    reason: 'Автомектеп',
  });
}

/** Plans of the squads with what became of them, goals, incidents and absences. @param recent oldest first */
export function storeSamplePlans(work: Work, recent: readonly StoredSession[], refs: PlanReferences): void {
  const squads = Map.groupBy(recent, ({ session }) => session.competencyNumber);
  for (const [place, [number, held]] of [...squads].entries()) {
    const competencyId = refs.competencies.get(number);
    const latest = held.at(-1)?.session;
    const practice = {
      seed: String(refs.seed),
      today: refs.today,
      place,
      held: held.map(({ session }) => session),
    };
    const plan = buildSamplePlan(practice);
    if (competencyId === undefined || plan === null || !latest) continue;
    storePlan(work, plan, held, { ...refs, competencyId });
    storeGoals(work, plan, latest, { ...refs, competencyId });
    storeAbsence(work, refs.students[latest.attendance[0]?.studentIndex ?? -1], refs.today);
    storeWeeklyHours(work, refs.students[latest.attendance[1]?.studentIndex ?? -1]);
    work.insertMany(
      'incidents',
      listSampleIncidents(practice).map((one) => ({
        id: work.newId(),
        session_id: held[one.heldIndex]?.id ?? '',
        student_id: refs.students[one.studentIndex] ?? null,
        at: `${held[one.heldIndex]?.session.date ?? refs.today}T05:30:00.000Z`,
        category: one.category,
        note: one.note,
      })),
    );
  }
}
