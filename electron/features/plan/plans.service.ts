import type { PlanMilestoneInput, PlannedSessionInput, PlanPhaseInput } from '#shared/contract/plan.ts';
import type { ParsedInput } from '#shared/contract/registry.ts';
import { daysBetween, layOutSessions, planPhases, shiftDay } from '#shared/domain/planning/phases.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';
import { assertFound, found, Refusal } from '../../router/refusal.ts';
import { exists, listPlannedOf, type StoredPlanned } from './calendar.repository.ts';
import { getPlan, listMilestones, listPhases, listTemplates } from './plans.repository.ts';

/** A plan with its days counted back from the championship: -1 is the day before it. */
export interface TemplateBody {
  /** Days from the start to the championship. */
  days: number;
  phases: (Omit<PlanPhaseInput, 'startDate' | 'endDate'> & { from: number; to: number })[];
  milestones: (Omit<PlanMilestoneInput, 'date'> & { at: number })[];
  sessions: {
    at: number;
    startTime: string;
    durationMinutes: number;
    kind: 'practice' | 'mock';
    workshop: string;
    focus: string;
    sectionNumbers: number[];
  }[];
}

function assertOrder(first: string, last: string): void {
  if (first > last) throw new Refusal('plan_dates', 'the first day is after the last one');
}

function insertPhases(work: Work, planId: string, phases: readonly PlanPhaseInput[]): void {
  work.insertMany(
    'plan_phases',
    phases.map((phase) => ({
      id: work.newId(),
      plan_id: planId,
      kind: phase.kind,
      start_date: phase.startDate,
      end_date: phase.endDate,
      weekly_minutes: phase.weeklyMinutes,
      section_numbers_json: JSON.stringify(phase.sectionNumbers),
      focus: phase.focus,
    })),
  );
}

function insertMilestones(work: Work, planId: string, milestones: readonly PlanMilestoneInput[]): void {
  work.insertMany(
    'plan_milestones',
    milestones.map((one) => ({
      id: work.newId(),
      plan_id: planId,
      date: one.date,
      title: one.title,
      target_hundredths: one.targetHundredths,
    })),
  );
}

/** Adds planned sessions; the day they are planned for first is remembered. @returns ids in the same order */
export function insertPlanned(work: Work, sessions: readonly PlannedSessionInput[]): string[] {
  const rows = sessions.map((session) => ({
    id: work.newId(),
    ...plannedFields(session),
    original_date: session.date,
  }));
  work.insertMany(
    'planned_sessions',
    rows.map((row) => ({ ...row, session_id: null })),
  );
  return rows.map((row) => row.id);
}

/** Fields of a planned session as the table has them, apart from what only the program sets. */
export const plannedFields = (
  session: PlannedSessionInput,
): Omit<NewRow<'planned_sessions'>, 'id' | 'original_date' | 'session_id'> => ({
  competency_id: session.competencyId,
  plan_id: session.planId,
  date: session.date,
  start_time: session.startTime,
  duration_minutes: session.durationMinutes,
  kind: session.kind,
  workshop: session.workshop,
  focus: session.focus,
  expert_id: session.expertId,
  scheme_id: session.schemeId,
  section_numbers_json: JSON.stringify(session.sectionNumbers),
  student_ids_json: session.studentIds === null ? null : JSON.stringify(session.studentIds),
});

interface PlanContents {
  phases: PlanPhaseInput[];
  milestones: PlanMilestoneInput[];
  sessions: PlannedSessionInput[];
}

type Creation = ParsedInput<'plan.create'>;

const sessionOf = (
  input: Pick<Creation, 'competencyId' | 'startTime' | 'workshop' | 'expertId'>,
  planId: string,
): Omit<PlannedSessionInput, 'date' | 'durationMinutes' | 'kind'> => ({
  competencyId: input.competencyId,
  planId,
  startTime: input.startTime,
  workshop: input.workshop,
  focus: '',
  expertId: input.expertId,
  schemeId: null,
  sectionNumbers: [],
  studentIds: null,
});

function layOut(input: Creation, planId: string): PlanContents {
  const phases = planPhases(input.startDate, input.championshipDate, input.weeklyMinutes);
  const laid = layOutSessions(phases, input);
  return {
    phases: phases.map((phase) => ({ ...phase, sectionNumbers: [], focus: '' })),
    milestones: [],
    sessions: laid.map(({ date, durationMinutes, kind }) => ({
      ...sessionOf(input, planId),
      date,
      durationMinutes,
      kind,
    })),
  };
}

function unfold(body: TemplateBody, input: Creation, planId: string): PlanContents {
  const at = (day: number): string => shiftDay(input.championshipDate, day);
  const isWithin = (day: number): boolean => at(day) >= input.startDate;
  const base = sessionOf(input, planId);
  return {
    phases: body.phases
      .filter((phase) => isWithin(phase.to))
      .map(({ from, to, ...phase }) => ({
        ...phase,
        startDate: isWithin(from) ? at(from) : input.startDate,
        endDate: at(to),
      })),
    milestones: body.milestones
      .filter((one) => isWithin(one.at))
      .map(({ at: day, ...one }) => ({ ...one, date: at(day) })),
    sessions: body.sessions
      .filter((one) => isWithin(one.at))
      .map(({ at: day, ...one }) => ({
        ...base,
        ...one,
        startTime: input.startTime || one.startTime,
        workshop: input.workshop || one.workshop,
        date: at(day),
      })),
  };
}

/** Makes a plan with phases and sessions. @throws Refusal `plan_dates`, `not_found` */
export async function createPlan(work: Work, input: Creation): Promise<{ id: string; sessionCount: number }> {
  if (input.startDate >= input.championshipDate)
    throw new Refusal('plan_dates', 'no day is left to practise');
  assertFound(await exists(work.db, 'competencies', input.competencyId), 'competency');
  if (input.expertId) assertFound(await exists(work.db, 'experts', input.expertId), 'expert');
  const id = work.newId();
  const contents = await contentsOf(work, input, id);
  insertPlan(work, id, input);
  insertPhases(work, id, contents.phases);
  insertMilestones(work, id, contents.milestones);
  insertPlanned(work, contents.sessions);
  work.describe({ count: contents.sessions.length });
  return { id, sessionCount: contents.sessions.length };
}

async function contentsOf(work: Work, input: Creation, planId: string): Promise<PlanContents> {
  if (input.templateId === null) return layOut(input, planId);
  const template = (await listTemplates(work.db)).find((one) => one.id === input.templateId);
  return unfold(JSON.parse(found(template, 'template').body) as TemplateBody, input, planId);
}

function insertPlan(
  work: Work,
  id: string,
  plan: { competencyId: string; title: string; startDate: string; championshipDate: string },
): void {
  work.insert('training_plans', {
    id,
    competency_id: plan.competencyId,
    title: plan.title,
    start_date: plan.startDate,
    championship_date: plan.championshipDate,
    championship_id: null,
    notes: '',
  });
}

/** Puts other phases in the place of a plan's. @throws Refusal `not_found`, `plan_dates` */
export async function setPhases(
  work: Work,
  planId: string,
  phases: readonly PlanPhaseInput[],
): Promise<void> {
  found(await getPlan(work.db, planId), 'plan');
  for (const phase of phases) assertOrder(phase.startDate, phase.endDate);
  for (const old of await listPhases(work.db, planId)) await work.remove('plan_phases', old.id);
  insertPhases(work, planId, phases);
}

/** Puts other milestones in the place of a plan's. @throws Refusal `not_found` */
export async function setMilestones(
  work: Work,
  planId: string,
  milestones: readonly PlanMilestoneInput[],
): Promise<void> {
  found(await getPlan(work.db, planId), 'plan');
  for (const old of await listMilestones(work.db, planId)) await work.remove('plan_milestones', old.id);
  insertMilestones(work, planId, milestones);
}

/** Puts title, notes, phases and milestones in the place of a plan's. @throws Refusal `not_found`, `plan_dates` */
export async function editPlan(work: Work, input: ParsedInput<'plan.edit'>): Promise<void> {
  const { id, title, notes, phases, milestones } = input;
  await work.update('training_plans', id, { title, notes });
  await setPhases(work, id, phases);
  await setMilestones(work, id, milestones);
}

/**
 * Moves a plan to another day: phases, milestones, and the sessions that have not been held; these keep the day that was
 * planned first. @throws Refusal `not_found`, `plan_dates`
 */
export async function shiftPlan(work: Work, id: string, championshipDate: string): Promise<void> {
  const plan = found(await getPlan(work.db, id), 'plan');
  const days = daysBetween(plan.championshipDate, championshipDate);
  await work.update('training_plans', id, {
    championship_date: championshipDate,
    start_date: shiftDay(plan.startDate, days),
  });
  for (const phase of await listPhases(work.db, id)) {
    await work.update('plan_phases', phase.id, {
      start_date: shiftDay(phase.startDate, days),
      end_date: shiftDay(phase.endDate, days),
    });
  }
  for (const one of await listMilestones(work.db, id))
    await work.update('plan_milestones', one.id, { date: shiftDay(one.date, days) });
  for (const session of await listPlannedOf(work.db, id)) {
    if (session.sessionId === null)
      await work.update('planned_sessions', session.id, { date: shiftDay(session.date, days) });
  }
}

/** Removes a plan and its sessions; those that were held stay, without a plan. @throws Refusal `not_found` */
export async function removePlan(work: Work, id: string): Promise<void> {
  found(await getPlan(work.db, id), 'plan');
  for (const session of await listPlannedOf(work.db, id)) {
    if (session.sessionId === null) await work.remove('planned_sessions', session.id);
    else await work.update('planned_sessions', session.id, { plan_id: null });
  }
  for (const phase of await listPhases(work.db, id)) await work.remove('plan_phases', phase.id);
  for (const one of await listMilestones(work.db, id)) await work.remove('plan_milestones', one.id);
  await work.remove('training_plans', id);
}

const templateSession = (session: StoredPlanned, championship: string): TemplateBody['sessions'][number] => ({
  at: daysBetween(championship, session.date),
  startTime: session.startTime,
  durationMinutes: session.durationMinutes,
  kind: session.kind,
  workshop: session.workshop,
  focus: session.focus,
  sectionNumbers: session.sectionNumbers,
});

async function describeBody(work: Work, id: string): Promise<TemplateBody> {
  const plan = found(await getPlan(work.db, id), 'plan');
  const at = (day: string): number => daysBetween(plan.championshipDate, day);
  return {
    days: daysBetween(plan.startDate, plan.championshipDate),
    phases: (await listPhases(work.db, id)).map(({ id: _, startDate, endDate, ...phase }) => ({
      ...phase,
      from: at(startDate),
      to: at(endDate),
    })),
    milestones: (await listMilestones(work.db, id)).map(({ id: _, date, ...one }) => ({
      ...one,
      at: at(date),
    })),
    sessions: (await listPlannedOf(work.db, id)).map((session) =>
      templateSession(session, plan.championshipDate),
    ),
  };
}

/** Keeps a plan as a template, its days counted back from the championship. @returns its id */
export async function saveTemplate(work: Work, planId: string, title: string): Promise<string> {
  const body = await describeBody(work, planId);
  const id = work.newId();
  work.insert('plan_templates', { id, title, body_json: JSON.stringify(body) });
  return id;
}

/** Copies a plan to a competency and a day; people and schemes stay behind: they are of the other squad. */
export async function copyPlan(work: Work, input: ParsedInput<'plan.copy'>): Promise<string> {
  const body = await describeBody(work, input.id);
  assertFound(await exists(work.db, 'competencies', input.competencyId), 'competency');
  const id = work.newId();
  const startDate = shiftDay(input.championshipDate, -body.days);
  const plan = {
    ...input,
    startDate,
    startTime: '',
    workshop: '',
    expertId: null,
    templateId: null,
    weeklyMinutes: 0,
    longestMinutes: 0,
    weekdays: [],
  };
  const contents = unfold(body, plan, id);
  insertPlan(work, id, plan);
  insertPhases(work, id, contents.phases);
  insertMilestones(work, id, contents.milestones);
  insertPlanned(work, contents.sessions);
  return id;
}
