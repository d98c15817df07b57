import type { SchemeColumn, SchemeColumns } from '#shared/domain/schemes/schemeColumns.ts';

/** What a person may say that a column holds, the most needed first. */
export const COLUMNS = [
  'description',
  'maxMark',
  'aspectType',
  'subCriterionCode',
  'subCriterionName',
  'criterion',
  'markingDay',
  'section',
  'requirement',
  'extraDescription',
  'score',
] as const satisfies readonly SchemeColumn[];

const isColumn = (value: string): value is (typeof COLUMNS)[number] =>
  (COLUMNS as readonly string[]).includes(value);

/** Columns as a form holds them: what was given up may be there as undefined. */
export type ChosenColumns = Readonly<Partial<Record<SchemeColumn, number | undefined>>>;

/** Gives a column its meaning; what had it before gives it up. */
export function withColumn(columns: ChosenColumns, index: number, meaning: string): SchemeColumns {
  const rest = Object.entries(columns).filter(
    ([name, at]) => at !== undefined && at !== index && name !== meaning,
  );
  const next: SchemeColumns = Object.fromEntries(rest);
  if (isColumn(meaning)) next[meaning] = index;
  return next;
}
