import type { Kysely, Selectable } from 'kysely';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import type {
  AspectTable,
  CriterionTable,
  Schema,
  SchemeSectionTable,
  SchemeTable,
  SubCriterionTable,
} from '../../database/schema.ts';

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
