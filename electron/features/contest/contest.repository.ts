import type { Kysely, Selectable } from 'kysely';
import type { AttemptState } from '#shared/domain/assessment/attemptLife.ts';
import type { ContestState, OrderKind } from '#shared/domain/assessment/contest.ts';
import { defaultMedalRules, type MedalRules } from '#shared/domain/assessment/medals.ts';
import type { ChampionshipTable, CompetitorTable } from '../../database/schema/championships.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** @returns undefined when there is none, or it is deleted */
export async function readChampionship(
  db: Db,
  id: string,
): Promise<Selectable<ChampionshipTable> | undefined> {
  return db
    .selectFrom('championships')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** All championships, the latest first. */
export async function listChampionshipRows(db: Db): Promise<Selectable<ChampionshipTable>[]> {
  return db
    .selectFrom('championships')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('start_date', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The rules of a championship's medals, those of 2015 unless it has its own. */
export function medalRulesOf(row: Pick<ChampionshipTable, 'medal_rules_json'>): MedalRules {
  return row.medal_rules_json === null ? defaultMedalRules : (JSON.parse(row.medal_rules_json) as MedalRules);
}

/** A competency of a championship as it is prepared. */
export interface EntryRow {
  id: string;
  championshipId: string;
  competencyId: string;
  teamSize: number;
  schemeId: string | null;
  schemeTitle: string;
  schemeVersion: number | null;
  sessionId: string | null;
  state: ContestState;
  stateAt: string | null;
  stateBy: string | null;
  stateByName: string | null;
  stateReason: string;
  orderKind: OrderKind | null;
  orderSeed: number | null;
}

function entryQuery(db: Db) {
  return db
    .selectFrom('championship_competencies as entry')
    .leftJoin('schemes', 'schemes.id', 'entry.scheme_id')
    .leftJoin('experts', 'experts.id', 'entry.state_by')
    .selectAll('entry')
    .select(['schemes.title', 'schemes.version', 'experts.surname', 'experts.given_name'])
    .where('entry.deleted_at', 'is', null);
}

type RawEntry = Awaited<ReturnType<ReturnType<typeof entryQuery>['execute']>>[number];

const toEntry = (row: RawEntry): EntryRow => ({
  id: row.id,
  championshipId: row.championship_id,
  competencyId: row.competency_id,
  teamSize: row.team_size,
  schemeId: row.scheme_id,
  schemeTitle: row.title ?? '',
  schemeVersion: row.version,
  sessionId: row.session_id,
  state: row.state as ContestState,
  stateAt: row.state_at,
  stateBy: row.state_by,
  stateByName: row.surname === null ? null : `${row.surname} ${row.given_name ?? ''}`.trim(),
  stateReason: row.state_reason ?? '',
  orderKind: row.order_kind as OrderKind | null,
  orderSeed: row.order_seed,
});

/** Competencies of a championship in the order they were entered. */
export async function listEntries(db: Db, championshipId?: string): Promise<EntryRow[]> {
  let query = entryQuery(db);
  if (championshipId) query = query.where('entry.championship_id', '=', championshipId);
  return (await query.orderBy('entry.id').execute()).map(toEntry);
}

/** @returns undefined when there is none, or it is deleted */
export async function readEntry(db: Db, id: string): Promise<EntryRow | undefined> {
  const row = await entryQuery(db).where('entry.id', '=', id).executeTakeFirst();
  return row && toEntry(row);
}

/** The competition that a session holds the marks of; undefined: everyday practice. */
export async function readEntryOfSession(db: Db, sessionId: string): Promise<EntryRow | undefined> {
  const row = await entryQuery(db).where('entry.session_id', '=', sessionId).executeTakeFirst();
  return row && toEntry(row);
}

/** A person of a competitor. */
export interface MemberRow {
  studentId: string;
  name: string;
  groupName: string;
}

/** A competitor with the sums of its attempt. */
export interface CompetitorRow {
  id: string;
  entryId: string;
  position: number;
  teamName: string;
  attemptId: string | null;
  state: AttemptState | null;
  totalHundredths: number;
  maxHundredths: number;
  filledCount: number;
  missingCount: number;
  members: MemberRow[];
}

/** Name on lists: the team's own, or those of its members. */
export const labelOf = (competitor: Pick<CompetitorRow, 'teamName' | 'members'>): string =>
  competitor.teamName === ''
    ? competitor.members.map((member) => member.name).join(', ')
    : competitor.teamName;

function competitorQuery(db: Db) {
  return db
    .selectFrom('competitors')
    .innerJoin('championship_competencies as entry', 'entry.id', 'competitors.entry_id')
    .leftJoin('attempts', 'attempts.id', 'competitors.attempt_id')
    .leftJoin('attempt_totals', 'attempt_totals.attempt_id', 'competitors.attempt_id')
    .selectAll('competitors')
    .select([
      'attempts.status',
      'attempt_totals.mark_hundredths',
      'attempt_totals.scope_max_hundredths',
      'attempt_totals.marked_count',
      'attempt_totals.not_attempted_count',
      'attempt_totals.scope_count',
    ])
    .where('competitors.deleted_at', 'is', null)
    .where('entry.deleted_at', 'is', null)
    .orderBy('competitors.entry_id')
    .orderBy('competitors.position')
    .orderBy('competitors.id');
}

type RawCompetitor = Awaited<ReturnType<ReturnType<typeof competitorQuery>['execute']>>[number];

function toCompetitor(row: RawCompetitor, members: MemberRow[]): CompetitorRow {
  const filledCount = (row.marked_count ?? 0) + (row.not_attempted_count ?? 0);
  return {
    id: row.id,
    entryId: row.entry_id,
    position: row.position,
    teamName: row.team_name,
    attemptId: row.attempt_id,
    state: row.status as AttemptState | null,
    totalHundredths: row.mark_hundredths ?? 0,
    maxHundredths: row.scope_max_hundredths ?? 0,
    filledCount,
    missingCount: (row.scope_count ?? 0) - filledCount,
    members,
  };
}

function memberQuery(db: Db) {
  return db
    .selectFrom('competitor_members as member')
    .innerJoin('competitors', 'competitors.id', 'member.competitor_id')
    .innerJoin('championship_competencies as entry', 'entry.id', 'competitors.entry_id')
    .innerJoin('students', 'students.id', 'member.student_id')
    .select([
      'member.competitor_id',
      'member.student_id',
      'students.surname',
      'students.given_name',
      'students.group_name',
    ])
    .where('member.deleted_at', 'is', null)
    .orderBy('member.competitor_id')
    .orderBy('member.position');
}

/** Which competitors: of one competency, of a championship, or of all. */
export interface CompetitorFilter {
  entryId?: string;
  championshipId?: string;
}

/** Competitors by competency in the running order, two queries whatever their number. */
export async function listCompetitors(db: Db, filter: CompetitorFilter): Promise<CompetitorRow[]> {
  let rows = competitorQuery(db);
  let people = memberQuery(db);
  if (filter.entryId !== undefined) {
    rows = rows.where('competitors.entry_id', '=', filter.entryId);
    people = people.where('competitors.entry_id', '=', filter.entryId);
  }
  if (filter.championshipId !== undefined) {
    rows = rows.where('entry.championship_id', '=', filter.championshipId);
    people = people.where('entry.championship_id', '=', filter.championshipId);
  }
  const members = Map.groupBy(await people.execute(), (row) => row.competitor_id);
  return (await rows.execute()).map((row) =>
    toCompetitor(
      row,
      (members.get(row.id) ?? []).map((member) => ({
        studentId: member.student_id,
        name: `${member.surname} ${member.given_name}`.trim(),
        groupName: member.group_name,
      })),
    ),
  );
}

/** @returns undefined when there is none, or it is deleted */
export async function readCompetitor(db: Db, id: string): Promise<Selectable<CompetitorTable> | undefined> {
  return db
    .selectFrom('competitors')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Rows of the members of a competitor, in their order. */
export async function listMemberRows(
  db: Db,
  competitorId: string,
): Promise<{ id: string; student_id: string; position: number }[]> {
  return db
    .selectFrom('competitor_members')
    .select(['id', 'student_id', 'position'])
    .where('competitor_id', '=', competitorId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** Whether each row is there and not deleted. */
export async function areThere(
  db: Db,
  table: 'students' | 'experts' | 'schemes' | 'sub_criteria',
  ids: readonly string[],
): Promise<boolean> {
  const distinct = [...new Set(ids)];
  const found = new Set<string>();
  for (let from = 0; from < distinct.length; from += 500) {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('id', 'in', distinct.slice(from, from + 500))
      .where('deleted_at', 'is', null)
      .execute();
    for (const row of rows) found.add(row.id);
  }
  return found.size === distinct.length;
}
