import type { DraftAspect, SchemeDraft } from '#shared/contract/schemeDocument.ts';
import {
  getAspectCode,
  sumAspectHundredths,
  type AspectKind,
} from '#shared/domain/schemes/schemeDocument.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';

/** Id of the row that stands for the scheme as a whole. */
export const SCHEME_ROW = 'scheme';

/** A line of the outline: the scheme, a criterion, a sub-criterion or an aspect. */
export interface OutlineRow {
  kind: 'scheme' | 'criterion' | 'subCriterion' | 'aspect';
  /** Id of the row in the draft, or {@link SCHEME_ROW}. */
  id: string;
  /** 1 for the scheme … 4 for an aspect. */
  level: number;
  code: string;
  text: string;
  /** Maximum of an aspect, sum of the aspects of anything else. */
  hundredths: number;
  /** Only of an aspect. */
  aspectKind: AspectKind | null;
  sectionNumber: number | null;
  /** Only of a sub-criterion. */
  markingDay: number | null;
}

const empty = { aspectKind: null, sectionNumber: null, markingDay: null };

function aspectRows(subCriterionCode: string, aspects: readonly DraftAspect[]): OutlineRow[] {
  return aspects.map((aspect, index) => ({
    ...empty,
    kind: 'aspect',
    id: aspect.id,
    level: 4,
    code: getAspectCode(subCriterionCode, aspect.kind, index),
    text: aspect.description,
    hundredths: aspect.maxHundredths,
    aspectKind: aspect.kind,
    sectionNumber: aspect.sectionNumber,
  }));
}

const sum = (rows: readonly OutlineRow[]): number => rows.reduce((total, row) => total + row.hundredths, 0);

/** Every line of a scheme from top to bottom. */
export function listOutline(draft: SchemeDraft): OutlineRow[] {
  const criteria = draft.criteria.map((criterion): OutlineRow[] => {
    const forms = criterion.subCriteria.map((form): OutlineRow[] => {
      const { id, code, name, markingDay, aspects } = form;
      const hundredths = sumAspectHundredths(aspects);
      return [
        { ...empty, kind: 'subCriterion', id, level: 3, code, text: name, hundredths, markingDay },
        ...aspectRows(code, aspects),
      ];
    });
    const { id, code, name } = criterion;
    const hundredths = sum(forms.flatMap((rows) => rows[0] ?? []));
    return [{ ...empty, kind: 'criterion', id, level: 2, code, text: name, hundredths }, ...forms.flat()];
  });
  const hundredths = sum(criteria.flatMap((rows) => rows[0] ?? []));
  const scheme: OutlineRow = {
    ...empty,
    kind: 'scheme',
    id: SCHEME_ROW,
    level: 1,
    code: '',
    text: draft.title,
    hundredths,
  };
  return [scheme, ...criteria.flat()];
}

function aspectWords(aspect: DraftAspect): string {
  const parts = [aspect.description, aspect.extraDescription, aspect.requirement, ...aspect.headings];
  return [
    ...parts,
    ...aspect.extraRows.map((row) => row.text),
    ...aspect.descriptors.map((row) => row.text),
  ].join(' ');
}

/** Words of each line that a search looks at, beside its code. */
function wordsById(draft: SchemeDraft): Map<string, string> {
  return new Map(
    draft.criteria.flatMap((criterion) => [
      [criterion.id, criterion.name] as const,
      ...criterion.subCriteria.flatMap((form) => [
        [form.id, form.name] as const,
        ...form.aspects.map((aspect) => [aspect.id, aspectWords(aspect)] as const),
      ]),
    ]),
  );
}

/**
 * The lines that a search finds, with those that they stand under; what stands under a found criterion or
 * sub-criterion is there too.
 */
export function searchOutline(
  draft: SchemeDraft,
  rows: readonly OutlineRow[],
  search: string,
): readonly OutlineRow[] {
  if (search.trim() === '') return rows;
  const words = wordsById(draft);
  const isFound = (row: OutlineRow): boolean =>
    row.level > 1 && matchesSearch(foldForSearch(row.code, words.get(row.id) ?? ''), search);
  const shown = new Set<string>();
  const above: OutlineRow[] = [];
  let foundLevel = Infinity;
  for (const row of rows) {
    above.length = row.level - 1;
    above.push(row);
    if (row.level <= foundLevel) foundLevel = Infinity;
    if (foundLevel === Infinity && isFound(row)) foundLevel = row.level;
    if (foundLevel !== Infinity) above.forEach(({ id }) => shown.add(id));
  }
  return rows.filter((row) => shown.has(row.id));
}

/** How many aspects some lines hold. */
export function countAspectRows(rows: readonly OutlineRow[]): number {
  return rows.filter((row) => row.kind === 'aspect').length;
}

/** Ids of the aspects that stand under some lines, and of the aspects among them, in the order of the scheme. */
export function aspectIdsUnder(draft: SchemeDraft, ids: ReadonlySet<string>): string[] {
  const isAll = ids.has(SCHEME_ROW);
  return draft.criteria.flatMap((criterion) => {
    const isCriterion = isAll || ids.has(criterion.id);
    return criterion.subCriteria.flatMap((form) => {
      const isForm = isCriterion || ids.has(form.id);
      return form.aspects.flatMap((aspect) => (isForm || ids.has(aspect.id) ? [aspect.id] : []));
    });
  });
}

/** What of the draft a line stands for, with what it stands in. */
export interface DraftPlace {
  criterion: number;
  subCriterion?: number;
  aspect?: number;
}

/** Where a line is; null for the scheme itself, or when it is not there any more. */
export function findPlace(draft: SchemeDraft, id: string): DraftPlace | null {
  for (const [criterion, { id: criterionId, subCriteria }] of draft.criteria.entries()) {
    if (criterionId === id) return { criterion };
    for (const [subCriterion, form] of subCriteria.entries()) {
      if (form.id === id) return { criterion, subCriterion };
      const aspect = form.aspects.findIndex((one) => one.id === id);
      if (aspect !== -1) return { criterion, subCriterion, aspect };
    }
  }
  return null;
}
