import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** A judge's score of one aspect of one attempt. */
export interface GivenScore {
  attemptId: string;
  aspectId: string;
  expertId: string;
  round: number;
  score: number;
  date: string;
}

/** Scores of judges since a day, of a competency or of all. */
export async function listGivenScores(
  db: Db,
  from: string,
  competencyId: string | undefined,
): Promise<GivenScore[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('judge_scores', 'judge_scores.attempt_id', 'attempts.id')
    .select([
      'judge_scores.attempt_id',
      'judge_scores.aspect_id',
      'judge_scores.expert_id',
      'judge_scores.round',
      'judge_scores.score',
      'sessions.date',
    ])
    .where('sessions.date', '>=', from)
    .$if(competencyId !== undefined, (query) =>
      query.where('sessions.competency_id', '=', competencyId ?? ''),
    )
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('judge_scores.deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    attemptId: row.attempt_id,
    aspectId: row.aspect_id,
    expertId: row.expert_id,
    round: row.round,
    score: row.score,
    date: row.date,
  }));
}

/** What aspects are called. */
export async function listAspectNames(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { description: string; subCriterionCode: string; schemeTitle: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('aspects')
    .innerJoin('sub_criteria', 'sub_criteria.id', 'aspects.sub_criterion_id')
    .innerJoin('schemes', 'schemes.id', 'aspects.scheme_id')
    .select(['aspects.id', 'aspects.description', 'sub_criteria.code', 'schemes.title'])
    .where('aspects.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { description: row.description, subCriterionCode: row.code, schemeTitle: row.title },
    ]),
  );
}
