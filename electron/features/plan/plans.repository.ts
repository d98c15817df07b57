import type { Kysely } from 'kysely';
import type { PlanMilestone, PlanPhase, PlanRow } from '#shared/contract/plan.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

interface SessionCount {
  minutes: number;
  sessions: number;
  held: number;
}

async function countSessions(db: Db): Promise<Map<string, SessionCount>> {
  const rows = await db
    .selectFrom('planned_sessions')
    .select([
      'plan_id',
      (select) => select.fn.sum<number | string>('duration_minutes').as('minutes'),
      (select) => select.fn.countAll<number | string>().as('sessions'),
      (select) => select.fn.count<number | string>('session_id').as('held'),
    ])
    .where('deleted_at', 'is', null)
    .where('plan_id', 'is not', null)
    .groupBy('plan_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.plan_id ?? '',
      { minutes: Number(row.minutes), sessions: Number(row.sessions), held: Number(row.held) },
    ]),
  );
}

/** Plans, the nearest championship first. */
export async function listPlans(db: Db, competencyId?: string): Promise<PlanRow[]> {
  const rows = await db
    .selectFrom('training_plans')
    .selectAll()
    .$if(competencyId !== undefined, (query) => query.where('competency_id', '=', competencyId ?? ''))
    .where('deleted_at', 'is', null)
    .orderBy('championship_date')
    .orderBy('id')
    .execute();
  const counts = await countSessions(db);
  return rows.map((row) => ({
    id: row.id,
    competencyId: row.competency_id,
    title: row.title,
    startDate: row.start_date,
    championshipDate: row.championship_date,
    notes: row.notes,
    plannedMinutes: counts.get(row.id)?.minutes ?? 0,
    sessionCount: counts.get(row.id)?.sessions ?? 0,
    doneCount: counts.get(row.id)?.held ?? 0,
  }));
}

/** @returns undefined when there is none, or it is deleted */
export async function getPlan(db: Db, id: string): Promise<PlanRow | undefined> {
  return (await listPlans(db)).find((plan) => plan.id === id);
}

/** Phases of a plan in the order of time. */
export async function listPhases(db: Db, planId: string): Promise<PlanPhase[]> {
  const rows = await db
    .selectFrom('plan_phases')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .orderBy('start_date')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PlanPhase['kind'],
    startDate: row.start_date,
    endDate: row.end_date,
    weeklyMinutes: row.weekly_minutes,
    sectionNumbers: JSON.parse(row.section_numbers_json) as number[],
    focus: row.focus,
  }));
}

/** Milestones of a plan in the order of time. */
export async function listMilestones(db: Db, planId: string): Promise<PlanMilestone[]> {
  const rows = await db
    .selectFrom('plan_milestones')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .orderBy('date')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    date: row.date,
    title: row.title,
    targetHundredths: row.target_hundredths,
  }));
}

/** Templates by title. */
export async function listTemplates(db: Db): Promise<{ id: string; title: string; body: string }[]> {
  const rows = await db
    .selectFrom('plan_templates')
    .select(['id', 'title', 'body_json'])
    .where('deleted_at', 'is', null)
    .orderBy('title')
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, body: row.body_json }));
}

/** Milestones between two days, with the competency of their plan. */
export async function listMilestonesBetween(
  db: Db,
  span: { from: string; to: string; competencyId?: string | undefined },
): Promise<(PlanMilestone & { planId: string; competencyId: string })[]> {
  const rows = await db
    .selectFrom('plan_milestones')
    .innerJoin('training_plans', 'training_plans.id', 'plan_milestones.plan_id')
    .select([
      'plan_milestones.id',
      'plan_milestones.plan_id',
      'plan_milestones.date',
      'plan_milestones.title',
      'plan_milestones.target_hundredths',
      'training_plans.competency_id',
    ])
    .where('plan_milestones.deleted_at', 'is', null)
    .where('training_plans.deleted_at', 'is', null)
    .where('plan_milestones.date', '>=', span.from)
    .where('plan_milestones.date', '<=', span.to)
    .$if(span.competencyId !== undefined, (query) =>
      query.where('training_plans.competency_id', '=', span.competencyId ?? ''),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    competencyId: row.competency_id,
    date: row.date,
    title: row.title,
    targetHundredths: row.target_hundredths,
  }));
}
