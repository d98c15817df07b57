import type { Kysely, Selectable } from 'kysely';
import type { CandidateRow, CompetencyRow, StandardSection } from '#shared/contract/competencies.ts';
import type { CompetencyTable, StandardSectionTable } from '../../database/schema/competencies.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

function toCompetency(row: Selectable<CompetencyTable>, candidateCount: number): CompetencyRow {
  return {
    id: row.id,
    kind: row.kind as CompetencyRow['kind'],
    edition: row.edition,
    number: row.number,
    name: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
    attested: { kk: row.attested_kk === 1, ru: row.attested_ru === 1 },
    sector: row.sector,
    teamSize: row.team_size,
    maxAge: row.max_age,
    targetHundredths: row.target_hundredths,
    candidateCount,
  };
}

const toSection = (row: Selectable<StandardSectionTable>): StandardSection => ({
  id: row.id,
  number: row.number,
  name: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
  weightHundredths: row.weight_hundredths,
});

async function countCandidates(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select(['candidates.competency_id', (select) => select.fn.countAll<number | string>().as('count')])
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .where('candidates.status', '!=', 'left')
    .groupBy('candidates.competency_id')
    .execute();
  return new Map(rows.map((row) => [row.competency_id, Number(row.count)]));
}

/** All competencies, official ones by edition and number, then own ones. */
export async function listCompetencies(db: Db): Promise<CompetencyRow[]> {
  const counts = await countCandidates(db);
  const rows = await db
    .selectFrom('competencies')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('kind')
    .orderBy('edition')
    .orderBy('number')
    .execute();
  const official = rows.filter((row) => row.kind === 'official');
  const own = rows.filter((row) => row.kind !== 'official');
  return [...official, ...own].map((row) => toCompetency(row, counts.get(row.id) ?? 0));
}

/** @returns undefined when there is none, or it is deleted */
export async function getCompetency(
  db: Db,
  id: string,
): Promise<(CompetencyRow & { sections: StandardSection[] }) | undefined> {
  const row = await db
    .selectFrom('competencies')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const counts = await countCandidates(db);
  return { ...toCompetency(row, counts.get(id) ?? 0), sections: await listSections(db, id) };
}

/** Sections of a competency's standard by number. */
export async function listSections(db: Db, competencyId: string): Promise<StandardSection[]> {
  const rows = await db
    .selectFrom('standard_sections')
    .selectAll()
    .where('competency_id', '=', competencyId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map(toSection);
}

/** Whether training, schemes or a squad rest on the competency. */
export async function isCompetencyUsed(db: Db, id: string): Promise<boolean> {
  for (const table of ['sessions', 'schemes', 'candidates'] as const) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('competency_id', '=', id)
      .where('deleted_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

/** student id → number of attempts in the competency and the day of the last one. */
async function summarizePractice(
  db: Db,
  competencyId: string,
): Promise<Map<string, { attemptCount: number; lastSessionDate: string | null }>> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .select([
      'attempts.student_id',
      (select) => select.fn.countAll<number | string>().as('count'),
      (select) => select.fn.max('sessions.date').as('last'),
    ])
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .groupBy('attempts.student_id')
    .execute();
  const practice = new Map(
    rows.map((row) => [row.student_id, { attemptCount: Number(row.count), lastSessionDate: row.last }]),
  );
  for (const { student_id: id, date } of await listDaysOfMates(db, competencyId)) {
    const { attemptCount = 0, lastSessionDate = null } = practice.get(id) ?? {};
    const isLater = lastSessionDate === null || date > lastSessionDate;
    practice.set(id, { attemptCount: attemptCount + 1, lastSessionDate: isLater ? date : lastSessionDate });
  }
  return practice;
}

/** Days of team results of the members beside the one that the result is on record under. */
async function listDaysOfMates(
  db: Db,
  competencyId: string,
): Promise<{ student_id: string; date: string }[]> {
  return db
    .selectFrom('competitors')
    .innerJoin('competitor_members', 'competitor_members.competitor_id', 'competitors.id')
    .innerJoin('attempts', 'attempts.id', 'competitors.attempt_id')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select(['competitor_members.student_id', 'sessions.date'])
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('competitors.deleted_at', 'is', null)
    .where('competitor_members.deleted_at', 'is', null)
    .whereRef('competitor_members.student_id', '<>', 'attempts.student_id')
    .execute();
}

/** The squad of a competency with what each has practised. */
export async function listCandidates(db: Db, competencyId: string): Promise<CandidateRow[]> {
  const practice = await summarizePractice(db, competencyId);
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select([
      'candidates.id',
      'candidates.competency_id',
      'candidates.student_id',
      'candidates.status',
      'candidates.since',
      'candidates.target_hundredths',
      'candidates.notes',
      'students.surname',
      'students.given_name',
      'students.patronymic',
      'students.group_name',
      'students.birth_date',
    ])
    .where('candidates.competency_id', '=', competencyId)
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    competencyId: row.competency_id,
    studentId: row.student_id,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    groupName: row.group_name,
    birthDate: row.birth_date,
    status: row.status as CandidateRow['status'],
    since: row.since,
    targetHundredths: row.target_hundredths,
    notes: row.notes,
    attemptCount: practice.get(row.student_id)?.attemptCount ?? 0,
    lastSessionDate: practice.get(row.student_id)?.lastSessionDate ?? null,
  }));
}

/** Of these students, those that exist, and whether each already is a candidate. */
export async function findCandidacies(
  db: Db,
  competencyId: string,
  studentIds: readonly string[],
): Promise<{ known: Set<string>; candidates: Set<string> }> {
  const students = await db
    .selectFrom('students')
    .select('id')
    .where('id', 'in', studentIds)
    .where('deleted_at', 'is', null)
    .execute();
  const candidates = await db
    .selectFrom('candidates')
    .select('student_id')
    .where('competency_id', '=', competencyId)
    .where('student_id', 'in', studentIds)
    .where('deleted_at', 'is', null)
    .execute();
  return {
    known: new Set(students.map((row) => row.id)),
    candidates: new Set(candidates.map((row) => row.student_id)),
  };
}

/** Ids of all competencies, deleted ones too: what the catalogue has already put here. */
export async function listKnownIds(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('competencies').select('id').execute();
  return new Set(rows.map((row) => row.id));
}
