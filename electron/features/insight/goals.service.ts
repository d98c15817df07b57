import type { Kysely } from 'kysely';
import type { GoalRow } from '#shared/contract/goals.ts';
import type { ParsedInput } from '#shared/contract/registry.ts';
import { judgeGoal, listWholeTimes, type GoalResult } from '#shared/domain/insight/goals.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound } from '../../router/refusal.ts';
import { canHaveGoal, listGoals, listSectionResults, type StoredGoal } from './goals.repository.ts';
import type { CompetencyRecord } from './competencyRecord.ts';

type Db = Kysely<Schema>;

/** No project takes longer; minutes are put on a scale to it. */
const LONGEST_MINUTES = 1440;

/** Results of each student of the squad that a goal is judged by, oldest first. */
type GoalRecord = (goal: StoredGoal) => ReadonlyMap<string, GoalResult[]>;

const byStudent = (rows: readonly (GoalResult & { studentId: string })[]): Map<string, GoalResult[]> =>
  Map.groupBy(rows, (row) => row.studentId);

async function readRecord(
  db: Db,
  { practice: { results } }: CompetencyRecord,
  { competencyId, goals }: { competencyId: string; goals: readonly StoredGoal[] },
): Promise<GoalRecord> {
  const percents = byStudent(results.map((one) => ({ ...one, value: one.percent })));
  const wanted = new Set(goals.flatMap((goal) => goal.sectionNumber ?? []));
  const sections = await listSectionResults(db, competencyId, [...wanted]);
  const inSections = Map.groupBy(sections, (one) => one.section);
  const times = listWholeTimes(results);
  return (goal) => {
    if (goal.kind === 'time') return times;
    return goal.kind === 'percent' ? percents : byStudent(inSections.get(goal.sectionNumber ?? 0) ?? []);
  };
}

function standingOf(goal: StoredGoal, record: GoalRecord, today: string): GoalRow {
  const { kind, studentId, setDate, dueDate } = goal;
  const isTime = kind === 'time';
  const squad = record(goal);
  const standing = judgeGoal({
    results: squad.get(studentId) ?? [],
    others: [...squad].filter(([id]) => id !== studentId).map(([, results]) => results),
    target: isTime ? goal.target : goal.target / 100,
    better: isTime ? 'lower' : 'higher',
    scale: isTime ? LONGEST_MINUTES : 100,
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
  const record = await readRecord(db, await recordOf(competencyId), { competencyId, goals });
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
