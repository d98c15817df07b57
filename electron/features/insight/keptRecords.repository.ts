import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** More changes than this are not looked at one by one. */
const MOST_CHANGES = 4000;
/** Tables that records of practice rest on. */
const WATCHED = [
  'marks',
  'attempts',
  'sessions',
  'attendance',
  'candidates',
  'schemes',
  'judge_scores',
  'competitors',
  'competitor_members',
] as const;
type Watched = (typeof WATCHED)[number];

/** What changed since an action, as far as records of practice rest on it. */
export interface Touched {
  /** Attempts whose results have to be read again. */
  attempts: Set<string>;
  /** Competencies where who came, who trains or the days of practice may differ. */
  competencies: Set<string>;
  /** Competencies whose results may differ. */
  practised: Set<string>;
  /** Competencies of which everything has to be read again. */
  whole: Set<string>;
  /** Competencies whose scores of judges may differ. */
  scores: Set<string>;
}

/** The latest action; ids rise with time. @returns empty when there was none */
export async function readLatestAction(db: Db): Promise<string> {
  const row = await db.selectFrom('actions').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? '';
}

/** Attempts that rows of another table belong to, with their competencies. */
async function attemptsOf(
  db: Db,
  entity: 'marks' | 'attempts' | 'sessions' | 'judge_scores',
  ids: readonly string[],
): Promise<{ attemptId: string; competencyId: string }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select(['attempts.id', 'sessions.competency_id'])
    .$if(entity === 'attempts', (query) => query.where('attempts.id', 'in', ids))
    .$if(entity === 'sessions', (query) => query.where('attempts.session_id', 'in', ids))
    .$if(entity === 'marks', (query) =>
      query.where('attempts.id', 'in', (marks) =>
        marks.selectFrom('marks').select('marks.attempt_id').where('marks.id', 'in', ids),
      ),
    )
    .$if(entity === 'judge_scores', (query) =>
      query.where('attempts.id', 'in', (scores) =>
        scores
          .selectFrom('judge_scores')
          .select('judge_scores.attempt_id')
          .where('judge_scores.id', 'in', ids),
      ),
    )
    .execute();
  return rows.map((row) => ({ attemptId: row.id, competencyId: row.competency_id }));
}

/** Competencies that rows of another table belong to. */
async function competenciesOf(
  db: Db,
  entity: 'sessions' | 'attendance' | 'candidates' | 'schemes',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  if (entity === 'sessions' || entity === 'candidates') {
    const query = db.selectFrom(entity).select('competency_id').distinct().where('id', 'in', ids);
    return (await query.execute()).map((row) => row.competency_id);
  }
  const sessions = db.selectFrom('sessions').select('sessions.competency_id').distinct();
  const query =
    entity === 'attendance'
      ? sessions
          .innerJoin('attendance', 'attendance.session_id', 'sessions.id')
          .where('attendance.id', 'in', ids)
      : sessions
          .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
          .where('attempts.scheme_id', 'in', ids);
  return (await query.execute()).map((row) => row.competency_id);
}

/** A list for `in`, which must not be empty: no row has an empty id. */
const listOf = (ids: readonly string[]): readonly string[] => (ids.length > 0 ? ids : ['']);

/** Competencies of championships that rows of competitors or of their members belong to. */
async function competenciesOfTeams(
  db: Db,
  ids: { competitors: readonly string[]; members: readonly string[] },
): Promise<string[]> {
  if (ids.competitors.length + ids.members.length === 0) return [];
  const rows = await db
    .selectFrom('competitors')
    .innerJoin('championship_competencies', 'championship_competencies.id', 'competitors.entry_id')
    .select('championship_competencies.competency_id')
    .distinct()
    .where((where) =>
      where.or([
        where('competitors.id', 'in', listOf(ids.competitors)),
        where('competitors.id', 'in', (members) =>
          members
            .selectFrom('competitor_members')
            .select('competitor_members.competitor_id')
            .where('competitor_members.id', 'in', listOf(ids.members)),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.competency_id);
}

const competencyOf = (one: { competencyId: string }): string => one.competencyId;

/** The competency that a session belonged to before a change; none where it stayed what it was. */
function formerCompetency(fieldsJson: string): string[] {
  const fields = JSON.parse(fieldsJson) as Record<string, [unknown, unknown]>;
  const former = fields['competency_id']?.[0];
  return typeof former === 'string' ? [former] : [];
}

/** What the actions after one changed. @returns null when that is too much to be looked at one by one */
export async function listTouchedSince(db: Db, actionId: string): Promise<Touched | null> {
  const changes = await db
    .selectFrom('changes')
    .select(['entity', 'row_id', 'fields_json'])
    .where('action_id', '>', actionId)
    .where('entity', 'in', WATCHED)
    .limit(MOST_CHANGES + 1)
    .execute();
  if (changes.length > MOST_CHANGES) return null;
  const idsOf = (entity: Watched): string[] => [
    ...new Set(changes.filter((one) => one.entity === entity).map((one) => one.row_id)),
  ];
  const marked = [
    ...(await attemptsOf(db, 'marks', idsOf('marks'))),
    ...(await attemptsOf(db, 'attempts', idsOf('attempts'))),
    ...(await attemptsOf(db, 'sessions', idsOf('sessions'))),
  ];
  const left = changes.flatMap((one) => (one.entity === 'sessions' ? formerCompetency(one.fields_json) : []));
  const scored = await attemptsOf(db, 'judge_scores', idsOf('judge_scores'));
  const isPanel = idsOf('attempts').length + idsOf('sessions').length > 0;
  return {
    attempts: new Set([...marked.map((one) => one.attemptId), ...idsOf('attempts')]),
    practised: new Set([...marked.map(competencyOf), ...left]),
    competencies: new Set([
      ...left,
      ...(await competenciesOf(db, 'sessions', idsOf('sessions'))),
      ...(await competenciesOf(db, 'attendance', idsOf('attendance'))),
      ...(await competenciesOf(db, 'candidates', idsOf('candidates'))),
    ]),
    whole: new Set([
      ...(await competenciesOf(db, 'schemes', idsOf('schemes'))),
      ...(await competenciesOfTeams(db, {
        competitors: idsOf('competitors'),
        members: idsOf('competitor_members'),
      })),
    ]),
    scores: new Set([
      ...scored.map(competencyOf),
      ...(isPanel ? [...marked.map(competencyOf), ...left] : []),
    ]),
  };
}
