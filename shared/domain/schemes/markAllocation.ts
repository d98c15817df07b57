import type { SchemeSection } from './schemeDocument.ts';

/** What the table needs of an aspect. */
interface AllocatedAspect {
  sectionNumber: number | null;
  maxHundredths: number;
}

interface AllocatedCriterion {
  code: string;
  name: string;
  subCriteria: readonly { aspects: readonly AllocatedAspect[] }[];
}

/** What the table needs of a scheme: a document, or the scheme as the screens get it. */
export interface AllocatedScheme {
  sections: readonly SchemeSection[];
  criteria: readonly AllocatedCriterion[];
}

/** A row of the mark-allocation table; marks are integer hundredths. */
export interface AllocationRow {
  /** null: aspects without a section, or of a section that the scheme does not name. */
  sectionNumber: number | null;
  name: string;
  /** null for aspects without a section. */
  declaredHundredths: number | null;
  /** One for each criterion, in the order of the scheme. */
  criterionHundredths: number[];
  totalHundredths: number;
  /** |declared − total|; 0 for aspects without a section. */
  variationHundredths: number;
}

/** Sections of the standard × criteria, with totals. */
export interface AllocationTable {
  criteria: { code: string; name: string; totalHundredths: number }[];
  rows: AllocationRow[];
  declaredHundredths: number;
  totalHundredths: number;
  /** Sum of the variations of all sections. */
  variationHundredths: number;
}

const listAspects = (criterion: AllocatedCriterion): AllocatedAspect[] =>
  criterion.subCriteria.flatMap((subCriterion) => subCriterion.aspects);

const sumAspectHundredths = (aspects: readonly AllocatedAspect[]): number =>
  sum(aspects.map((aspect) => aspect.maxHundredths));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * The mark-allocation table of CIS. Rows and columns add up to the scheme's total: what has no section gets a
 * row of its own, which is absent when there is none. A letter with neither name nor aspects gets no column.
 */
export function buildAllocationTable(document: AllocatedScheme): AllocationTable {
  const criteria = document.criteria.filter(({ name, subCriteria }) => name !== '' || subCriteria.length > 0);
  const known = new Set(document.sections.map((section) => section.number));
  const allocate = (belongs: (sectionNumber: number | null) => boolean): number[] =>
    criteria.map((criterion) =>
      sumAspectHundredths(listAspects(criterion).filter((aspect) => belongs(aspect.sectionNumber))),
    );
  const rows: AllocationRow[] = document.sections.map(({ number, name, declaredHundredths }) => {
    const criterionHundredths = allocate((sectionNumber) => sectionNumber === number);
    const totalHundredths = sum(criterionHundredths);
    const variationHundredths = Math.abs(declaredHundredths - totalHundredths);
    return {
      sectionNumber: number,
      name,
      declaredHundredths,
      criterionHundredths,
      totalHundredths,
      variationHundredths,
    };
  });
  const rest = allocate((sectionNumber) => sectionNumber === null || !known.has(sectionNumber));
  if (rest.some((hundredths) => hundredths > 0)) {
    rows.push({
      sectionNumber: null,
      name: '',
      declaredHundredths: null,
      criterionHundredths: rest,
      totalHundredths: sum(rest),
      variationHundredths: 0,
    });
  }
  return {
    criteria: criteria.map((criterion) => ({
      code: criterion.code,
      name: criterion.name,
      totalHundredths: sumAspectHundredths(listAspects(criterion)),
    })),
    rows,
    declaredHundredths: sum(document.sections.map((section) => section.declaredHundredths)),
    totalHundredths: sum(rows.map((row) => row.totalHundredths)),
    variationHundredths: sum(rows.map((row) => row.variationHundredths)),
  };
}
