import type { Kysely } from 'kysely';
import type { GoalRow } from '#shared/contract/goals.ts';
import type { ParsedInput } from '#shared/contract/registry.ts';
import { judgeGoal } from '#shared/domain/insight/goals.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound } from '../../router/refusal.ts';
import type { CompetencyRecord } from './competencyRecord.ts';
import { GoalRecord, scaleOf } from './goalRecord.ts';
import { canHaveGoal, listGoals, type StoredGoal } from './goals.repository.ts';

type Db = Kysely<Schema>;

async function standingOf(
  db: Db,
  goal: StoredGoal,
  { record, today }: { record: GoalRecord; today: string },
): Promise<GoalRow> {
  const { studentId, setDate, dueDate, kind, target } = goal;
  const squad = await record.results(db, goal.competencyId, goal);
  const standing = judgeGoal({
    ...scaleOf(goal),
    results: squad.get(studentId) ?? [],
    others: record.curvesOfOthers(squad, goal),
    target: kind === 'time' ? target : target / 100,
    setDate,
    dueDate,
    today,
  });
  return { ...goal, ...standing };
}

/** Goals with how they stand. @param recordOf what was practised in a competency */
export async function describeGoals(
  db: Db,
  { competencyId, studentId, today }: ParsedInput<'goals.list'> & { today: string },
  recordOf: (competencyId: string) => Promise<CompetencyRecord>,
): Promise<GoalRow[]> {
  const goals = await listGoals(db, { competencyId, studentId });
  if (goals.length === 0) return [];
  const record = GoalRecord.of((await recordOf(competencyId)).practice);
  const rows: GoalRow[] = [];
  for (const goal of goals) rows.push(await standingOf(db, goal, { record, today }));
  return rows;
}

/** Sets a goal from today on. @returns its id @throws Refusal `not_found` */
export async function addGoal(work: Work, input: ParsedInput<'goals.add'>, today: string): Promise<string> {
  assertFound(await canHaveGoal(work.db, input.studentId, input.competencyId), 'student');
  const id = work.newId();
  work.insert('goals', {
    id,
    competency_id: input.competencyId,
    student_id: input.studentId,
    kind: input.kind,
    section_number: input.sectionNumber,
    target: input.target,
    due_date: input.dueDate,
    set_date: today,
    note: input.note,
  });
  return id;
}

/** Changes a goal; the day on which it was set stays. @throws Refusal `not_found` */
export async function updateGoal(work: Work, input: ParsedInput<'goals.update'>): Promise<void> {
  const { id, kind, sectionNumber, target, dueDate, note } = input;
  const fields = { kind, section_number: sectionNumber, target, due_date: dueDate, note };
  assertFound(await work.update('goals', id, fields), 'goal');
}
