import { foldLabel, isBlank, type CellValue } from './cellValue.ts';

/** What a column of a marking scheme can hold. */
export type SchemeColumn =
  /** A criterion's letter or name in a column of its own, on each row or on the first of its rows. */
  | 'criterion'
  | 'subCriterionCode'
  | 'subCriterionName'
  | 'markingDay'
  | 'aspectType'
  | 'link'
  | 'description'
  | 'score'
  | 'extraDescription'
  | 'requirement'
  | 'section'
  | 'calculationRow'
  | 'maxMark'
  | 'criterionLabel';

/** Which column (from 0) holds what; what a layout does not have is absent. */
export type SchemeColumns = Partial<Record<SchemeColumn, number>>;

/** The order of the CIS sheet, A to L: what a translated sheet is read by when its labels say nothing to us. */
export const CIS_COLUMN_ORDER = [
  'subCriterionCode',
  'subCriterionName',
  'markingDay',
  'aspectType',
  'description',
  'score',
  'extraDescription',
  'requirement',
  'section',
  'calculationRow',
  'maxMark',
  'criterionLabel',
] as const satisfies readonly SchemeColumn[];

/**
 * Labels in English, Russian and Kazakh, folded; the first that fits decides, so that the narrow ones stand
 * before the wide ones ("Extra Aspect Description" before "Aspect - Description").
 */
const LABELS: readonly (readonly [SchemeColumn | 'other', RegExp])[] = [
  ['criterionLabel', /^(criterion|критерии|критерий) \p{L}$/u],
  ['criterion', /^(criterion|module|критерии|критерий|модуль)$/],
  ['other', /total|итог|всего|сумма|барлығы|жиыны/],
  ['extraDescription', /extra|score description|additional|дополнит|методика|қосымша/],
  ['calculationRow', /calculation|расчет|есептеу/],
  ['subCriterionCode', /sub ?-? ?criteri\w* ?(id|code|no)\b|^(id|code|код|№)$/],
  ['subCriterionCode', /^(id|код|№) .*(sub|суб|под|қосалқы)|(суб|под|қосалқы )критери\S* (id|код|№)/],
  ['subCriterionName', /sub ?-? ?criteri|name or description|(суб|под|қосалқы )критери/],
  ['markingDay', /\bday\b|день|(^| )күн/],
  ['aspectType', /aspect type|^type|тип аспект|^тип|аспект түрі|^түрі/],
  ['link', /^z\b|связ|ссылк|байланыс/],
  ['requirement', /requirement|nominal|требован|номинал|талап/],
  ['score', /judg\w* (score|mark)|^score|судейск|төреш/],
  ['section', /ws[os]s|section|раздел|секци|проф\S* задач|бөлім/],
  ['maxMark', /max|макс|ең жоғары|^(mark|points|балл|ұпай)/],
  ['description', /aspect|description|аспект|описание|сипаттама/],
];

function recogniseLabel(label: string): SchemeColumn | 'other' | null {
  return LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

/** Reads a row as a header; a label that repeats an earlier column's meaning is passed over. */
export function readHeaderLabels(labels: readonly string[]): SchemeColumns {
  const columns: SchemeColumns = {};
  labels.forEach((label, index) => {
    const column = label === '' ? null : recogniseLabel(label);
    if (column !== null && column !== 'other') {
      columns[column] ??= index;
    }
  });
  return columns;
}

/** Whether these columns are enough to read aspects by. */
export function canHoldAspects(columns: SchemeColumns): boolean {
  return (
    columns.aspectType !== undefined && columns.description !== undefined && columns.maxMark !== undefined
  );
}

/** Whether a text beside a mark says that the mark is a sum of others. */
export function isTotalLabel(text: string): boolean {
  return /^(sub)?total\b|^sum\b|^(итог|всего|сумма|барлығы|жиыны)/.test(foldLabel(text));
}

/**
 * How an aspect is marked. `discrete`: rows below it are options with marks of their own; `link`: the Russian
 * layout's aspect that others depend on.
 */
export type AspectTypeWord = 'measurement' | 'judgement' | 'discrete' | 'link';

/** Single letters may be Latin or Cyrillic: they look alike and people mix them. */
const TYPE_WORDS: readonly (readonly [AspectTypeWord, RegExp])[] = [
  ['measurement', /^([mмoоbби]|meas\S*|obj\S*|bin\S*|бинар\S*|измер\S*|объектив\S*|өлшеу\S*|medi\S*)$/],
  ['judgement', /^([jscс]|judg\S*|subj?\S*|судейск\S*|субъектив\S*|төреші\S*|julg\S*)$/],
  ['discrete', /^([dд]|discr\S*|дискрет\S*)$/],
  ['link', /^z$/],
];

/** A longer text is no type; patterns are not tried on what a hostile file may hold. */
const MAX_TYPE_CHARACTERS = 40;

/** A legend in the header ("M = Meas J = Judg") in another language: the first letter measures, the second judges. */
export function readTypeLegend(header: CellValue | undefined): readonly string[] {
  return [
    ...foldLabel(header ?? null)
      .slice(0, 300)
      .matchAll(/(?:^| )(\p{L}{1,2}) ?[=:–-] ?\p{L}/gu),
  ].map((match) => match[1] ?? '');
}

/**
 * The type of an aspect: "M", "J1", "Дискретный" …; null for an empty cell, 'unknown' for any other text.
 * @param legend letters from {@link readTypeLegend}, asked only where the word itself is not known
 */
export function parseAspectType(
  value: CellValue,
  legend: readonly string[],
): AspectTypeWord | 'unknown' | null {
  if (isBlank(value)) {
    return null;
  }
  const text = foldLabel(value);
  if (text.length > MAX_TYPE_CHARACTERS) {
    return 'unknown';
  }
  const word = text.replace(/[ .]*\d*$/, '');
  const known = TYPE_WORDS.find(([, pattern]) => pattern.test(word))?.[0];
  if (known !== undefined) {
    return known;
  }
  const place = legend.indexOf(word);
  return place === 0 ? 'measurement' : place === 1 ? 'judgement' : 'unknown';
}
