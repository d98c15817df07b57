import type { DraftAspect, DraftSubCriterion, SchemeDraft } from '#shared/contract/schemeDocument.ts';
import type { CellValue } from '#shared/domain/schemes/cellValue.ts';
import { readMappedScheme } from '#shared/domain/schemes/readScheme.ts';
import type { SchemeColumns } from '#shared/domain/schemes/schemeColumns.ts';
import type { SchemeSubCriterion } from '#shared/domain/schemes/schemeDocument.ts';
import type { SchemeWarning } from '#shared/domain/schemes/schemeWarning.ts';
import { insertAspects, insertForms, type DraftStep, type MakeId } from './draftEdits.ts';

/** Rows that were copied in a spreadsheet, and what a person says about them. */
export interface PastedRows {
  rows: readonly (readonly CellValue[])[];
  headerRow: number | null;
  columns: SchemeColumns;
}

/** What pasted rows come to. */
export interface PastedParts {
  subCriteria: SchemeSubCriterion[];
  warnings: SchemeWarning[];
  /** Whether the rows name sub-criteria; otherwise they are aspects for the one that is open. */
  hasForms: boolean;
}

const SHEET = 'clipboard';
/** Of the whole; these say nothing about a few rows. */
const ABOUT_WHOLE: ReadonlySet<SchemeWarning['code']> = new Set([
  'total_not_100',
  'no_sections',
  'sub_criterion_assumed',
]);

/** Rows whose only text is what is to be done: each is an aspect without a mark. */
function addMarks(pasted: PastedRows): PastedRows {
  const { columns, rows, headerRow } = pasted;
  if (columns.maxMark !== undefined || columns.description === undefined) return pasted;
  const width = Math.max(...rows.map((row) => row.length));
  const description = columns.description;
  const filled = rows.map((row, index) => {
    const text = row[description];
    const isAspect = index !== headerRow && text !== null && text !== undefined && String(text).trim() !== '';
    return isAspect ? [...row, ...Array.from({ length: width - row.length }, () => null), 0] : row;
  });
  return { rows: filled, headerRow, columns: { ...columns, maxMark: width } };
}

/** Reads pasted rows the way a workbook is read; null where there is no aspect in them. */
export function readPastedRows(given: PastedRows): PastedParts | null {
  const pasted = addMarks(given);
  const sheet = { name: SHEET, rows: pasted.rows.map((row) => [...row]) };
  const mapping = { sheetName: SHEET, headerRow: pasted.headerRow, columns: pasted.columns };
  const read = readMappedScheme([sheet], mapping);
  if (!read.ok) return null;
  const { subCriterionCode, subCriterionName } = pasted.columns;
  const subCriteria = read.document.criteria.flatMap((criterion) => criterion.subCriteria);
  return {
    subCriteria: subCriteria.filter(({ aspects }) => aspects.length > 0),
    warnings: read.warnings.filter(({ code }) => !ABOUT_WHOLE.has(code)),
    hasForms: subCriterionCode !== undefined || subCriterionName !== undefined,
  };
}

/** Puts what was pasted after a line: as sub-criteria where the rows name them, else as aspects. */
export function insertPasted(
  draft: SchemeDraft,
  nearId: string | null,
  parts: PastedParts,
  makeId: MakeId,
): DraftStep {
  const withIds = (aspects: SchemeSubCriterion['aspects']): DraftAspect[] =>
    aspects.map((aspect) => ({ ...aspect, id: makeId(), calculationIndex: null }));
  if (!parts.hasForms) {
    const aspects = withIds(parts.subCriteria.flatMap((form) => form.aspects));
    return insertAspects(draft, nearId, aspects, makeId);
  }
  const forms = parts.subCriteria.map((form): DraftSubCriterion => ({
    ...form,
    id: makeId(),
    aspects: withIds(form.aspects),
  }));
  return { draft: insertForms(draft, nearId, forms), activeId: forms[0]?.aspects[0]?.id ?? nearId };
}
