import type { Kysely, Selectable } from 'kysely';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import type { ColumnMapping } from '#shared/domain/schemes/readScheme.ts';
import type { StandardSectionTable } from '../../database/schema/competencies.ts';
import type { EntityTables, Schema } from '../../database/schema/schema.ts';
import type {
  AspectTable,
  CriterionTable,
  SchemeSectionTable,
  SchemeTable,
  SubCriterionTable,
} from '../../database/schema/schemes.ts';
import type { MarkTable } from '../../database/schema/training.ts';

type Db = Kysely<Schema>;

interface SchemeFigures {
  total: number;
  aspects: number;
  subCriteria: number;
  attempts: number;
}

async function countBy(db: Db, table: 'sub_criteria' | 'attempts'): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom(table)
    .select(['scheme_id', (select) => select.fn.countAll<number | string>().as('count')])
    .where('deleted_at', 'is', null)
    .groupBy('scheme_id')
    .execute();
  return new Map(rows.map((row) => [row.scheme_id, Number(row.count)]));
}

async function readFigures(db: Db): Promise<(schemeId: string) => SchemeFigures> {
  const aspects = await db
    .selectFrom('aspects')
    .select([
      'scheme_id',
      (select) => select.fn.countAll<number | string>().as('count'),
      (select) => select.fn.sum<number | string>('max_hundredths').as('total'),
    ])
    .where('deleted_at', 'is', null)
    .groupBy('scheme_id')
    .execute();
  const byScheme = new Map(aspects.map((row) => [row.scheme_id, row]));
  const subCriteria = await countBy(db, 'sub_criteria');
  const attempts = await countBy(db, 'attempts');
  return (schemeId) => ({
    total: Number(byScheme.get(schemeId)?.total ?? 0),
    aspects: Number(byScheme.get(schemeId)?.count ?? 0),
    subCriteria: subCriteria.get(schemeId) ?? 0,
    attempts: attempts.get(schemeId) ?? 0,
  });
}

const toListRow = (row: Selectable<SchemeTable>, figures: SchemeFigures): SchemeListRow => ({
  id: row.id,
  title: row.title,
  competencyId: row.competency_id,
  kind: row.kind as SchemeListRow['kind'],
  version: row.version,
  previousVersionId: row.previous_version_id,
  totalHundredths: figures.total,
  aspectCount: figures.aspects,
  subCriterionCount: figures.subCriteria,
  attemptCount: figures.attempts,
  sourceFileName: row.source_file_name,
  createdAt: row.created_at,
});

/** Schemes, newest first. */
export async function listSchemes(db: Db, competencyId?: string): Promise<SchemeListRow[]> {
  const figuresOf = await readFigures(db);
  let query = db.selectFrom('schemes').selectAll().where('deleted_at', 'is', null);
  if (competencyId) query = query.where('competency_id', '=', competencyId);
  const rows = await query.orderBy('id', 'desc').execute();
  return rows.map((row) => toListRow(row, figuresOf(row.id)));
}

/** The rows of a scheme, each list in the scheme's order. */
export interface SchemeRows {
  scheme: Selectable<SchemeTable>;
  sections: Selectable<SchemeSectionTable>[];
  criteria: Selectable<CriterionTable>[];
  subCriteria: Selectable<SubCriterionTable>[];
  aspects: Selectable<AspectTable>[];
}

/** @returns undefined when there is none, or it is deleted */
export async function readScheme(
  db: Db,
  id: string,
): Promise<{ rows: SchemeRows; listRow: SchemeListRow } | undefined> {
  const scheme = await db
    .selectFrom('schemes')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!scheme) return undefined;
  const rows: SchemeRows = {
    scheme,
    sections: await db
      .selectFrom('scheme_sections')
      .selectAll()
      .where('scheme_id', '=', id)
      .where('deleted_at', 'is', null)
      .orderBy('id')
      .execute(),
    criteria: await db
      .selectFrom('criteria')
      .selectAll()
      .where('scheme_id', '=', id)
      .where('deleted_at', 'is', null)
      .orderBy('position')
      .execute(),
    subCriteria: await db
      .selectFrom('sub_criteria')
      .selectAll()
      .where('scheme_id', '=', id)
      .where('deleted_at', 'is', null)
      .orderBy('position')
      .execute(),
    aspects: await db
      .selectFrom('aspects')
      .selectAll()
      .where('scheme_id', '=', id)
      .where('deleted_at', 'is', null)
      .orderBy('position')
      .execute(),
  };
  const figuresOf = await readFigures(db);
  return { rows, listRow: toListRow(scheme, figuresOf(id)) };
}

/** Official competencies as they are named, for finding the one that a workbook is about. */
export async function listNames(db: Db): Promise<{ id: string; number: string; names: string[] }[]> {
  const rows = await db
    .selectFrom('competencies')
    .select(['id', 'number', 'name_kk', 'name_ru', 'name_en'])
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    names: [row.name_kk, row.name_ru, row.name_en],
  }));
}

/** Whether a competency is there and not deleted. */
export async function competencyExists(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('competencies')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Rows of a scheme in one table, deleted ones too, in the order they were made. */
export async function readAllRows<T extends 'scheme_sections' | 'criteria' | 'sub_criteria' | 'aspects'>(
  db: Db,
  table: T,
  schemeId: string,
): Promise<EntityTables[T][]> {
  const rows = await db
    .selectFrom(table as 'criteria')
    .selectAll()
    .where('scheme_id', '=', schemeId)
    .orderBy('id')
    .execute();
  return rows as unknown as EntityTables[T][];
}

/** The version that goes on from a scheme; undefined: none. */
export async function findNextVersion(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('schemes')
    .select('id')
    .where('previous_version_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

/** Attempts at a scheme that are still in progress. */
export async function listOpenAttempts(
  db: Db,
  schemeId: string,
): Promise<
  {
    id: string;
    sub_criterion_ids_json: string | null;
    surname: string;
    given_name: string;
    date: string;
  }[]
> {
  return db
    .selectFrom('attempts')
    .innerJoin('students', 'students.id', 'attempts.student_id')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select([
      'attempts.id',
      'attempts.sub_criterion_ids_json',
      'students.surname',
      'students.given_name',
      'sessions.date',
    ])
    .where('attempts.scheme_id', '=', schemeId)
    .where('attempts.status', '=', 'draft')
    .where('attempts.deleted_at', 'is', null)
    .orderBy('attempts.id')
    .execute();
}

/** Marks of an attempt that are not emptied. */
export async function listMarksOf(db: Db, attemptId: string): Promise<Selectable<MarkTable>[]> {
  return db
    .selectFrom('marks')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('deleted_at', 'is', null)
    .execute();
}

/** Judges' scores and pairs' readings of an attempt: they go where its marks go. */
export async function listRawMarks(
  db: Db,
  attemptId: string,
): Promise<{ table: 'judge_scores' | 'pair_readings'; id: string; aspectId: string }[]> {
  const read = async (table: 'judge_scores' | 'pair_readings') => {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'aspect_id'])
      .where('attempt_id', '=', attemptId)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({ table, id: row.id, aspectId: row.aspect_id }));
  };
  return [...(await read('judge_scores')), ...(await read('pair_readings'))];
}

/** Weights of a competency's standard, for a new scheme to begin with. */
export async function listStandardSections(
  db: Db,
  competencyId: string,
): Promise<
  Pick<Selectable<StandardSectionTable>, 'number' | 'name_kk' | 'name_ru' | 'name_en' | 'weight_hundredths'>[]
> {
  return db
    .selectFrom('standard_sections')
    .select(['number', 'name_kk', 'name_ru', 'name_en', 'weight_hundredths'])
    .where('competency_id', '=', competencyId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
}

/** What people have said about workbooks, the newest first. */
export async function listMappings(
  db: Db,
): Promise<{ id: string; fingerprint: string; mapping: ColumnMapping }[]> {
  const rows = await db
    .selectFrom('workbook_mappings')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fingerprint: row.fingerprint,
    mapping: JSON.parse(row.mapping_json) as ColumnMapping,
  }));
}
