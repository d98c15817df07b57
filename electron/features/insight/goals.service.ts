import type { Kysely } from 'kysely';
import type { GoalRow } from '#shared/contract/goals.ts';
import type { ParsedInput } from '#shared/contract/registry.ts';
import { judgeGoal, listWholeTimes, type GoalResult } from '#shared/domain/insight/goals.ts';
import { adjustResults } from '#shared/domain/insight/results.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound } from '../../router/refusal.ts';
import { canHaveGoal, listGoals, listSectionResults, type StoredGoal } from './goals.repository.ts';
import { listResults } from './insight.repository.ts';

type Db = Kysely<Schema>;

/** No project takes longer; minutes are put on a scale to it. */
const LONGEST_MINUTES = 1440;

/** Results that goals are judged by. */
interface GoalRecord {
  percent: (studentId: string) => GoalResult[];
  section: (studentId: string, number: number | null) => GoalResult[];
  time: (studentId: string) => GoalResult[];
}

async function readRecord(db: Db, competencyId: string, goals: readonly StoredGoal[]): Promise<GoalRecord> {
  const { results } = adjustResults(await listResults(db, competencyId));
  const bySection = goals.filter((goal) => goal.kind === 'section').map((goal) => goal.studentId);
  const sections = await listSectionResults(db, competencyId, [...new Set(bySection)]);
  return {
    percent: (studentId) =>
      results
        .filter((one) => one.studentId === studentId)
        .map(({ date, percent }) => ({ date, value: percent })),
    section: (studentId, number) =>
      sections
        .filter((one) => one.studentId === studentId && one.section === number)
        .map(({ date, percent }) => ({ date, value: percent })),
    time: (studentId) => listWholeTimes(results, studentId),
  };
}

function standingOf(goal: StoredGoal, record: GoalRecord, today: string): GoalRow {
  const { kind, studentId, setDate, dueDate } = goal;
  const isTime = kind === 'time';
  const target = isTime ? goal.target : goal.target / 100;
  const results =
    kind === 'section' ? record.section(studentId, goal.sectionNumber) : record[kind](studentId);
  const better = isTime ? 'lower' : 'higher';
  const scale = isTime ? LONGEST_MINUTES : 100;
  return { ...goal, ...judgeGoal({ results, target, setDate, dueDate, today, better, scale }) };
}

/** Goals with how they stand. */
export async function describeGoals(
  db: Db,
  input: ParsedInput<'goals.list'>,
  today: string,
): Promise<GoalRow[]> {
  const goals = await listGoals(db, input);
  if (goals.length === 0) return [];
  const record = await readRecord(db, input.competencyId, goals);
  return goals.map((goal) => standingOf(goal, record, today));
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
