import type { Kysely } from 'kysely';
import type { Language } from '#shared/contract/app.ts';
import type { ListedPlan, NamedAdherence, PlanConflict, PlannedSession } from '#shared/contract/plan.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { compareWithPlan } from '#shared/domain/planning/adherence.ts';
import { findConflicts } from '#shared/domain/planning/conflicts.ts';
import { writeCalendar } from '#shared/domain/planning/icalendar.ts';
import { weekOf } from '#shared/domain/planning/phases.ts';
import type { Schema } from '../../database/schema/schema.ts';
import {
  listAbsences,
  listCompetencyNames,
  listHeld,
  listNames,
  listPlanned,
  listPresence,
  listSquads,
  type HeldSession,
  type Span,
  type StoredPlanned,
} from './calendar.repository.ts';
import { listMilestonesBetween, listPlans } from './plans.repository.ts';
import { listWeeklyHours } from './weeklyHours.repository.ts';

type Db = Kysely<Schema>;

/** A planned session with its comparison, once its day is over or it has been held. */
function judge(session: StoredPlanned, today: string): PlannedSession {
  const isDue = session.sessionId !== null || session.date < today;
  const adherence = isDue ? compareWithPlan(session.durationMinutes, session.doneMinutes ?? 0) : null;
  return { ...session, adherence };
}

async function nameConflicts(db: Db, planned: readonly StoredPlanned[], span: Span): Promise<PlanConflict[]> {
  const squads = await listSquads(db);
  const open = planned.filter((session) => session.sessionId === null);
  const occupancies = open.map((session) => ({
    ...session,
    studentIds: session.studentIds ?? squads.get(session.competencyId) ?? [],
  }));
  const names = await listNames(db, 'students');
  const conflicts = findConflicts(occupancies, await listAbsences(db, span), await listWeeklyHours(db));
  return conflicts.map(({ studentIds, ...conflict }) => ({
    ...conflict,
    names: studentIds.map((id) => names.get(id) ?? ''),
  }));
}

/** Plans of a competency, or all, each with what stands in the way of its sessions from today on. */
export async function describePlans(
  db: Db,
  competencyId: string | undefined,
  today: string,
): Promise<ListedPlan[]> {
  const plans = await listPlans(db, competencyId);
  const to = plans.reduce(
    (latest, plan) => (plan.championshipDate > latest ? plan.championshipDate : latest),
    today,
  );
  const ahead = { from: today, to };
  const planned = await listPlanned(db, ahead);
  const conflicts = await nameConflicts(db, planned, ahead);
  const clashing = new Set(conflicts.flatMap((one) => [one.sessionId, one.otherId]));
  return plans.map((plan) => {
    // In the order of time.
    const own = planned.filter((session) => session.planId === plan.id && clashing.has(session.id));
    return { ...plan, clashes: { sessionCount: own.length, firstDate: own[0]?.date ?? null } };
  });
}

/** All that the calendar shows between two days. Conflicts are looked for across all competencies. */
export async function describeCalendar(
  db: Db,
  span: Span,
  today: string,
): Promise<RouteOutput<'plan.calendar'>> {
  const all = await listPlanned(db, { from: span.from, to: span.to });
  const own = span.competencyId ? all.filter((one) => one.competencyId === span.competencyId) : all;
  const ids = new Set(own.map((one) => one.id));
  const held = await listHeld(db, span);
  const planned = new Set(own.map((one) => one.sessionId));
  const plans = await listPlans(db, span.competencyId);
  return {
    sessions: own.map((session) => judge(session, today)),
    unplanned: held
      .filter((session) => !planned.has(session.id))
      .map(({ expertId: _, ...session }) => session),
    milestones: await listMilestonesBetween(db, span),
    championships: plans
      .filter((plan) => plan.championshipDate >= span.from && plan.championshipDate <= span.to)
      .map((plan) => ({
        planId: plan.id,
        competencyId: plan.competencyId,
        date: plan.championshipDate,
        title: plan.title,
      })),
    absences: await listAbsences(db, span),
    conflicts: (await nameConflicts(db, all, span)).filter(
      (one) => ids.has(one.sessionId) || (one.otherId !== null && ids.has(one.otherId)),
    ),
  };
}

/** Sums of planned and done minutes under names. */
class Tally {
  readonly #sums = new Map<string, { planned: number; done: number }>();

  add(key: string | null, part: 'planned' | 'done', minutes: number): void {
    if (key === null) return;
    const sum = this.#sums.get(key) ?? { planned: 0, done: 0 };
    sum[part] += minutes;
    this.#sums.set(key, sum);
  }

  named(nameOf: (key: string) => string): NamedAdherence[] {
    return [...this.#sums].map(([id, { planned, done }]) => ({
      id,
      name: nameOf(id),
      ...compareWithPlan(planned, done),
    }));
  }
}

/** Length of a held session; one without a noted length counts as long as it was planned, else not at all. */
function lengthsOf(held: readonly HeldSession[], planned: readonly StoredPlanned[]): Map<string, number> {
  const known = new Map(planned.map((one) => [one.sessionId, one.durationMinutes]));
  return new Map(held.map((one) => [one.id, one.durationMinutes ?? known.get(one.id) ?? 0]));
}

/** Done against planned for the days of a span that are over. */
export async function describeAdherence(
  db: Db,
  span: Span,
  today: string,
): Promise<RouteOutput<'plan.adherence'>> {
  const until = { ...span, to: span.to < today ? span.to : today };
  const planned = (await listPlanned(db, until)).filter((one) => one.date < today || one.sessionId !== null);
  const held = await listHeld(db, until);
  const lengths = lengthsOf(held, planned);
  const squads = await listSquads(db);
  const [weeks, competencies, experts, students] = [new Tally(), new Tally(), new Tally(), new Tally()];
  for (const one of planned) {
    weeks.add(weekOf(one.date), 'planned', one.durationMinutes);
    competencies.add(one.competencyId, 'planned', one.durationMinutes);
    experts.add(one.expertId, 'planned', one.durationMinutes);
    for (const id of one.studentIds ?? squads.get(one.competencyId) ?? [])
      students.add(id, 'planned', one.durationMinutes);
  }
  for (const one of held) {
    const minutes = lengths.get(one.id) ?? 0;
    weeks.add(weekOf(one.date), 'done', minutes);
    competencies.add(one.competencyId, 'done', minutes);
    experts.add(one.expertId, 'done', minutes);
  }
  for (const { sessionId, studentId } of await listPresence(db, until))
    students.add(studentId, 'done', lengths.get(sessionId) ?? 0);
  const expertNames = await listNames(db, 'experts');
  const studentNames = await listNames(db, 'students');
  return {
    weeks: weeks
      .named((week) => week)
      .map(({ id, name: _, ...figures }) => ({ week: id, ...figures }))
      .sort((a, b) => a.week.localeCompare(b.week)),
    competencies: competencies.named(() => ''),
    experts: experts.named((id) => expertNames.get(id) ?? ''),
    students: students.named((id) => studentNames.get(id) ?? ''),
  };
}

/** The planned sessions of a span as a calendar file, in the language asked for. */
export async function exportCalendar(
  db: Db,
  span: Span & { language: Language },
  now: string,
): Promise<RouteOutput<'plan.exportCalendar'>> {
  const planned = await listPlanned(db, span);
  const names = await listCompetencyNames(db);
  const titleOf = (id: string): string => {
    const name = names.get(id);
    return name ? name[span.language] || name.ru || name.en : '';
  };
  const content = writeCalendar(
    planned.map((session) => ({
      id: session.id,
      title: [titleOf(session.competencyId), session.focus].filter((part) => part !== '').join(': '),
      description: session.expertName ?? '',
      place: session.workshop,
      date: session.date,
      startTime: session.startTime,
      durationMinutes: session.durationMinutes,
    })),
    now,
  );
  return { fileName: `shyng-${span.from}-${span.to}.ics`, content };
}
