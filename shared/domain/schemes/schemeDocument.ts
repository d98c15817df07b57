import type { Calculation } from './calculation.ts';

/**
 * A marking scheme as a document: what a workbook says, without ids, versions or dates of storing.
 * All marks are integer hundredths (0.25 → 25). Lists keep the order of the workbook.
 * Text is clean: no spaces at the ends, no non-breaking spaces, `\n` between lines, '' for nothing.
 */
export interface SchemeDocument {
  /** The heading as it stands, mostly "17 Web Development": skill number and name. */
  title: string;
  sections: SchemeSection[];
  criteria: SchemeCriterion[];
  /** Calculations by the order of the workbook's sheet; several aspects may share one, some may be used by none. */
  calculations: SchemeCalculation[];
}

/** A section of the occupational standard and the weight that the scheme declares for it. */
export interface SchemeSection {
  number: number;
  name: string;
  declaredHundredths: number;
}

export interface SchemeCriterion {
  /** The letter. */
  code: string;
  /** '' where a letter is listed without a name. */
  name: string;
  /** What the list of criteria says; null where it says nothing. The truth is the sum of the aspects. */
  declaredHundredths: number | null;
  subCriteria: SchemeSubCriterion[];
}

/** One marking form: marked on one day by one team. */
export interface SchemeSubCriterion {
  /** "A1", "A2", … */
  code: string;
  name: string;
  /** 1 is the first day of the competition; negative days are before it (C-1 → -1); null: not said. */
  markingDay: number | null;
  aspects: SchemeAspect[];
}

export type AspectKind = 'measurement' | 'judgement';

export interface SchemeAspect {
  kind: AspectKind;
  /** Headings that stand above this aspect and group it with those below. */
  headings: string[];
  description: string;
  extraDescription: string;
  /** Nominal size or tolerance of a measurement. */
  requirement: string;
  /** Number of the standard's section; null where the workbook has none. */
  sectionNumber: number | null;
  maxHundredths: number;
  /** The ladder of a judgement, in the order of the workbook; four rows when complete. */
  descriptors: JudgementDescriptor[];
  /** Further notes or deductions below the aspect. */
  extraRows: SchemeExtraRow[];
  /** Index in `SchemeDocument.calculations`; null: the full mark or nothing. */
  calculationIndex: number | null;
}

export type JudgementScore = 0 | 1 | 2 | 3;

export interface JudgementDescriptor {
  score: JudgementScore;
  text: string;
}

/** A row with text only. */
export interface SchemeExtraRow {
  text: string;
  /** How many rows of the ladder stand above it: 0 is between the aspect and its ladder. */
  afterDescriptors: number;
}

/** A row of the Calculations sheet. */
export interface SchemeCalculation {
  /** '' for a one-off. */
  name: string;
  /** The TRUE/FALSE of its third column: offered again for other aspects. */
  isShared: boolean;
  calculation: Calculation;
}

/** The calculation of an aspect; null where it has none and the full mark or nothing is given. */
export function getCalculation(
  document: Pick<SchemeDocument, 'calculations'>,
  aspect: SchemeAspect,
): Calculation | null {
  if (aspect.calculationIndex === null) {
    return null;
  }
  return document.calculations[aspect.calculationIndex]?.calculation ?? null;
}

/** The identity that CIS gives an aspect by its place: "A1.M1", "A1.J2" (`index` counts from 0). */
export function getAspectCode(subCriterionCode: string, kind: AspectKind, index: number): string {
  return `${subCriterionCode}.${kind === 'measurement' ? 'M' : 'J'}${index + 1}`;
}

/** Sum of the maximum marks of some aspects, in hundredths. */
export function sumAspectHundredths(aspects: readonly SchemeAspect[]): number {
  return aspects.reduce((sum, aspect) => sum + aspect.maxHundredths, 0);
}

/** All aspects of a criterion, in order. */
export function listAspects(criterion: SchemeCriterion): SchemeAspect[] {
  return criterion.subCriteria.flatMap((subCriterion) => subCriterion.aspects);
}

/** Sum of all marks of a scheme, in hundredths. */
export function sumSchemeHundredths(document: SchemeDocument): number {
  return document.criteria.reduce((sum, criterion) => sum + sumAspectHundredths(listAspects(criterion)), 0);
}
