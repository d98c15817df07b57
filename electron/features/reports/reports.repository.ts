import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;
type Year = RouteOutput<'reports.year'>;

/** Days of a report, both included. */
export interface ReportSpan {
  from: string;
  to: string;
}

/** Candidates of each competency who train now or are in reserve. */
export async function countCandidates(
  db: Db,
): Promise<{ byCompetency: Map<string, number>; students: number }> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select(['candidates.competency_id', 'candidates.student_id'])
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .where('candidates.status', '!=', 'left')
    .execute();
  const groups = Map.groupBy(rows, (row) => row.competency_id);
  return {
    byCompetency: new Map([...groups].map(([id, own]) => [id, own.length])),
    students: new Set(rows.map((row) => row.student_id)).size,
  };
}

/** Students who study now, and experts. */
export async function countPeople(db: Db): Promise<{ students: number; experts: number }> {
  const students = await db
    .selectFrom('students')
    .select('id')
    .where('deleted_at', 'is', null)
    .where('status', '=', 'active')
    .execute();
  const experts = await db.selectFrom('experts').select('id').where('deleted_at', 'is', null).execute();
  return { students: students.length, experts: experts.length };
}

/** A session with the number of those who were present. */
export interface ReportSession {
  competencyId: string;
  date: string;
  minutes: number;
  presentCount: number;
}

/** Sessions of a span. */
export async function listSessions(db: Db, span: ReportSpan): Promise<ReportSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.session_id', '=', 'sessions.id')
        .on('attendance.deleted_at', 'is', null)
        .on('attendance.state', 'in', ['present', 'late']),
    )
    .select([
      'sessions.competency_id',
      'sessions.date',
      'sessions.duration_minutes',
      (select) => select.fn.count<number>('attendance.id').as('present'),
    ])
    .where('sessions.date', '>=', span.from)
    .where('sessions.date', '<=', span.to)
    .where('sessions.deleted_at', 'is', null)
    .groupBy(['sessions.id', 'sessions.competency_id', 'sessions.date', 'sessions.duration_minutes'])
    .execute();
  return rows.map((row) => ({
    competencyId: row.competency_id,
    date: row.date,
    minutes: row.duration_minutes ?? 0,
    presentCount: row.present,
  }));
}

/** Percent of each attempt of a span that has marks. */
export async function listPercents(
  db: Db,
  span: ReportSpan,
): Promise<{ competencyId: string; percent: number }[]> {
  const rows = await db
    .selectFrom('attempt_totals')
    .select(['competency_id', 'mark_hundredths', 'marked_max_hundredths'])
    .where('date', '>=', span.from)
    .where('date', '<=', span.to)
    .where('marked_max_hundredths', '>', 0)
    .execute();
  return rows.map((row) => ({
    competencyId: row.competency_id,
    percent: (100 * row.mark_hundredths) / row.marked_max_hundredths,
  }));
}

/** Championships that began in a span, the first first. */
export async function listChampionships(db: Db, span: ReportSpan): Promise<Year['championships']> {
  const rows = await db
    .selectFrom('championships')
    .select(['id', 'name', 'stage', 'start_date', 'place', 'is_mock'])
    .where('deleted_at', 'is', null)
    .where('start_date', '>=', span.from)
    .where('start_date', '<=', span.to)
    .orderBy('start_date')
    .execute();
  const entered = await db
    .selectFrom('championship_competencies')
    .select('championship_id')
    .where('deleted_at', 'is', null)
    .execute();
  const counts = Map.groupBy(entered, (row) => row.championship_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    stage: row.stage,
    date: row.start_date,
    place: row.place,
    isMock: row.is_mock === 1,
    competencyCount: counts.get(row.id)?.length ?? 0,
  }));
}

/** Results at championships that students' portfolios hold, how often each. */
export async function countAwards(db: Db, span: ReportSpan): Promise<Year['awards']> {
  const rows = await db
    .selectFrom('student_awards')
    .select(['result', (select) => select.fn.countAll<number>().as('count')])
    .where('deleted_at', 'is', null)
    .where('kind', '=', 'championship')
    .where('date', '>=', span.from)
    .where('date', '<=', span.to)
    .groupBy('result')
    .orderBy('result')
    .execute();
  return rows.map(({ result, count }) => ({ result, count }));
}

/** The base as it is now: workshops with places, pieces of equipment, those that cannot be used, those lent to us. */
export async function countBase(db: Db): Promise<Omit<Year['base'], 'readiness'>> {
  const workshops = await db
    .selectFrom('workshops')
    .select('places')
    .where('deleted_at', 'is', null)
    .execute();
  const items = await db
    .selectFrom('inventory_items')
    .select(['quantity_hundredths', 'state', 'lent_until'])
    .where('deleted_at', 'is', null)
    .where('category', '!=', 'consumables')
    .where('state', '!=', 'written_off')
    .execute();
  const pieces = (rows: typeof items): number =>
    Math.round(rows.reduce((sum, row) => sum + row.quantity_hundredths, 0) / 100);
  return {
    workshopCount: workshops.length,
    placeCount: workshops.reduce((sum, row) => sum + row.places, 0),
    itemCount: pieces(items),
    brokenCount: pieces(items.filter((row) => row.state !== 'working')),
    lentCount: pieces(items.filter((row) => row.lent_until !== null)),
  };
}
