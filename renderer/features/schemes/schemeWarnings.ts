import type { TFunction } from 'i18next';
import type { SchemeWarning as AnyWarning } from '#shared/contract/schemes.ts';
import type {
  SchemeCheckCode,
  SchemeReadingCode,
  SchemeWarning,
} from '#shared/domain/schemes/schemeWarning.ts';
import type { Format } from '../../i18n/format.ts';

/** How much a warning matters: something of the workbook was lost or changed, the scheme is unusual, or good to know. */
export type WarningWeight = 'loss' | 'check' | 'note';

/** Every code that reading or checking a scheme can give; one that is missing does not compile. */
export const warningWeights: Readonly<Record<SchemeCheckCode | SchemeReadingCode, WarningWeight>> = {
  mark_not_understood: 'loss',
  mark_missing: 'loss',
  mark_negative: 'loss',
  mark_rounded: 'loss',
  mark_without_aspect: 'loss',
  type_not_understood: 'loss',
  day_not_understood: 'loss',
  section_not_understood: 'loss',
  score_not_understood: 'loss',
  total_not_100: 'check',
  section_weights_not_100: 'check',
  total_variation: 'check',
  section_variation: 'check',
  no_sections: 'check',
  criterion_mark_differs: 'check',
  descriptors_incomplete: 'check',
  aspect_without_section: 'check',
  section_unknown: 'check',
  mark_out_of_range: 'check',
  aspect_without_description: 'check',
  sub_criterion_without_aspects: 'check',
  day_missing: 'check',
  duplicate_id: 'check',
  type_assumed: 'note',
  criterion_code_repaired: 'note',
  sub_criterion_code_missing: 'note',
  sub_criterion_assumed: 'note',
  calculation_not_found: 'note',
  calculation_unknown: 'note',
  link_kept_as_note: 'note',
  text_ignored: 'note',
  sheet_ignored: 'note',
};

const ORDER: readonly WarningWeight[] = ['loss', 'check', 'note'];

/** Warnings of one code. */
export interface WarningGroup {
  code: SchemeWarning['code'];
  weight: WarningWeight;
  warnings: SchemeWarning[];
}

const isKnown = (warning: AnyWarning): warning is AnyWarning & SchemeWarning =>
  warning.code in warningWeights;

/** Warnings by code, what was lost first. */
export function groupWarnings(warnings: readonly AnyWarning[]): WarningGroup[] {
  const byCode = Map.groupBy(warnings.filter(isKnown), (warning) => warning.code);
  return [...byCode]
    .map(([code, list]) => ({ code, weight: warningWeights[code], warnings: list }))
    .sort((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight));
}

/** What a warning says, in the language on the screen. */
export function warningSentence(t: TFunction, format: Format, warning: SchemeWarning): string {
  const points = (hundredths: number | undefined): string =>
    hundredths === undefined ? '' : format.shortHundredths(hundredths);
  return t(`schemes:warning.${warning.code}`, {
    subject: warning.subject ?? '',
    row: warning.row ?? '',
    value: warning.value ?? '',
    cells: warning.count ?? '',
    section: warning.sectionNumber ?? '',
    declared: points(warning.declaredHundredths),
    actual: points(warning.actualHundredths),
  });
}
