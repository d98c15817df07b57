import type { Kysely, Selectable } from 'kysely';
import type { AttemptState } from '#shared/domain/assessment/attemptLife.ts';
import type { AspectMarking } from '#shared/domain/assessment/markRule.ts';
import { allowsPartialMark } from '#shared/domain/assessment/measuredMark.ts';
import type { SchemeCalculation } from '#shared/domain/schemes/schemeDocument.ts';
import type {
  JudgeReplacementTable,
  JudgeScoreTable,
  PairReadingTable,
  SessionJudgeTable,
} from '../../database/schema/assessment.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { MarkTable } from '../../database/schema/training.ts';

type Db = Kysely<Schema>;

/** What assessment needs to know of an attempt. */
export interface AttemptFacts {
  id: string;
  sessionId: string;
  /** Day of the session, `YYYY-MM-DD`. */
  date: string;
  studentId: string;
  schemeId: string;
  state: AttemptState;
  completedBy: string | null;
  verifiedBy: string | null;
  stateReason: string | null;
  /** Null: the whole scheme. */
  subCriterionIds: ReadonlySet<string> | null;
  /** Aspects without a mark and not noted as not attempted. */
  missingCount: number;
}

function attemptQuery(db: Db) {
  return db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .leftJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .select([
      'attempts.id',
      'attempts.session_id',
      'sessions.date',
      'attempts.student_id',
      'attempts.scheme_id',
      'attempts.status',
      'attempts.completed_by',
      'attempts.verified_by',
      'attempts.state_reason',
      'attempts.sub_criterion_ids_json',
      'attempt_totals.scope_count',
      'attempt_totals.marked_count',
      'attempt_totals.not_attempted_count',
    ])
    .where('attempts.deleted_at', 'is', null);
}

type RawAttempt = Awaited<ReturnType<ReturnType<typeof attemptQuery>['execute']>>[number];

const toAttempt = (row: RawAttempt): AttemptFacts => ({
  id: row.id,
  sessionId: row.session_id,
  date: row.date,
  studentId: row.student_id,
  schemeId: row.scheme_id,
  state: row.status as AttemptState,
  completedBy: row.completed_by,
  verifiedBy: row.verified_by,
  stateReason: row.state_reason,
  subCriterionIds:
    row.sub_criterion_ids_json === null ? null : new Set(JSON.parse(row.sub_criterion_ids_json) as string[]),
  missingCount: (row.scope_count ?? 0) - (row.marked_count ?? 0) - (row.not_attempted_count ?? 0),
});

/** @returns undefined when there is none, or it is deleted */
export async function readAttempt(db: Db, id: string): Promise<AttemptFacts | undefined> {
  const row = await attemptQuery(db).where('attempts.id', '=', id).executeTakeFirst();
  return row && toAttempt(row);
}

/** Attempts of a session in the order they were started. */
export async function listSessionAttempts(db: Db, sessionId: string): Promise<AttemptFacts[]> {
  const rows = await attemptQuery(db)
    .where('attempts.session_id', '=', sessionId)
    .orderBy('attempts.id')
    .execute();
  return rows.map(toAttempt);
}

/** What assessment needs to know of an aspect. */
export interface AspectFacts extends AspectMarking {
  id: string;
  schemeId: string;
  subCriterionId: string;
  description: string;
  position: number;
}

function aspectQuery(db: Db) {
  return db
    .selectFrom('aspects')
    .innerJoin('schemes', 'schemes.id', 'aspects.scheme_id')
    .select([
      'aspects.id',
      'aspects.scheme_id',
      'aspects.sub_criterion_id',
      'aspects.kind',
      'aspects.description',
      'aspects.position',
      'aspects.max_hundredths',
      'aspects.calculation_index',
      'aspects.extra_rows_json',
      'schemes.calculations_json',
      'schemes.allows_partial',
    ])
    .where('aspects.deleted_at', 'is', null);
}

type RawAspect = Awaited<ReturnType<ReturnType<typeof aspectQuery>['execute']>>[number];

function toAspect(row: RawAspect): AspectFacts {
  const calculations = JSON.parse(row.calculations_json) as SchemeCalculation[];
  const index = row.calculation_index;
  const calculation = index === null ? null : (calculations[index]?.calculation ?? null);
  const marking = { calculation, hasExtraRows: row.extra_rows_json !== '[]' };
  return {
    id: row.id,
    schemeId: row.scheme_id,
    subCriterionId: row.sub_criterion_id,
    description: row.description,
    position: row.position,
    kind: row.kind as AspectFacts['kind'],
    maxHundredths: row.max_hundredths,
    calculation,
    allowsPartial: allowsPartialMark(marking, row.allows_partial !== 0),
  };
}

/** @returns undefined when there is none, or it is deleted */
export async function readAspect(db: Db, id: string): Promise<AspectFacts | undefined> {
  const row = await aspectQuery(db).where('aspects.id', '=', id).executeTakeFirst();
  return row && toAspect(row);
}

/** Aspects of a sub-criterion in their order. */
export async function listAspectsOf(db: Db, subCriterionId: string): Promise<AspectFacts[]> {
  const rows = await aspectQuery(db)
    .where('aspects.sub_criterion_id', '=', subCriterionId)
    .orderBy('aspects.position')
    .execute();
  return rows.map(toAspect);
}

/** Judges and supervisors named in a session. */
export async function listSessionJudges(
  db: Db,
  sessionId: string,
): Promise<(Selectable<SessionJudgeTable> & { name: string })[]> {
  const rows = await db
    .selectFrom('session_judges')
    .innerJoin('experts', 'experts.id', 'session_judges.expert_id')
    .selectAll('session_judges')
    .select(['experts.surname', 'experts.given_name'])
    .where('session_judges.session_id', '=', sessionId)
    .where('session_judges.deleted_at', 'is', null)
    .orderBy('session_judges.position')
    .execute();
  return rows.map((row) => ({ ...row, name: `${row.surname} ${row.given_name}`.trim() }));
}

/** Replacements of judges for some attempts, in the order they were named. */
export async function listReplacements(
  db: Db,
  attemptIds: readonly string[],
): Promise<Selectable<JudgeReplacementTable>[]> {
  return db
    .selectFrom('judge_replacements')
    .selectAll()
    .where('attempt_id', 'in', attemptIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Scores of judges for some attempts, in the order they were given. */
export async function listJudgeScores(
  db: Db,
  attemptIds: readonly string[],
): Promise<Selectable<JudgeScoreTable>[]> {
  return db
    .selectFrom('judge_scores')
    .selectAll()
    .where('attempt_id', 'in', attemptIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** What pairs measured for some attempts, in the order it was entered. */
export async function listReadings(
  db: Db,
  attemptIds: readonly string[],
): Promise<Selectable<PairReadingTable>[]> {
  return db
    .selectFrom('pair_readings')
    .selectAll()
    .where('attempt_id', 'in', attemptIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The row of a mark, emptied ones too: they are revived. */
export async function readMark(
  db: Db,
  attemptId: string,
  aspectId: string,
): Promise<Selectable<MarkTable> | undefined> {
  return db
    .selectFrom('marks')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('aspect_id', '=', aspectId)
    .executeTakeFirst();
}

/** Whether each row is there and not deleted. */
export async function allThere(
  db: Db,
  table: 'sessions' | 'experts' | 'students' | 'sub_criteria',
  ids: readonly string[],
): Promise<boolean> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return true;
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', 'in', distinct)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.length === distinct.length;
}

/** Names of experts by id, of deleted ones too: they stay on record. */
export async function readExpertNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('experts')
    .select(['id', 'surname', 'given_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.surname} ${row.given_name}`.trim()]));
}
