import { useTranslation } from 'react-i18next';
import type { Calculation, DeductionType } from '#shared/domain/schemes/calculation.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';

/** Says a calculation in words, with its numbers. */
export function useCalculationSentence(): (calculation: Calculation, maxHundredths: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const decimal = (text: string): string => (language === 'en' ? text : text.replace('.', ','));
  const amount = (text: string, type: DeductionType): string =>
    type === 'percent' ? `${decimal(text)} %` : decimal(text);
  const deduction = (text: string, type: DeductionType): string =>
    t(`schemeEditor:calculation.deduction.${type}`, { amount: decimal(text) });
  return (calculation, maxHundredths) => {
    const max = format.shortHundredths(maxHundredths);
    const say = (words: Record<string, string> = {}): string =>
      t(`schemeEditor:calculation.sentence.${calculation.kind}`, { max, ...words });
    switch (calculation.kind) {
      case 'pass_fail':
      case 'manual':
        return say();
      case 'number_completed':
        return say({ possible: decimal(calculation.possible) });
      case 'choice':
        return say({
          options: calculation.options
            .map(({ label, deduction: off }) => `${label}: −${deduction(off, calculation.deductionType)}`)
            .join('; '),
        });
      case 'regular_difference':
        return say({
          target: decimal(calculation.target),
          difference: amount(calculation.difference, calculation.differenceType),
          deduction: deduction(calculation.deduction, calculation.deductionType),
        });
      case 'ranged_score':
        return say({
          target: decimal(calculation.target),
          ranges: calculation.ranges
            .map(
              ({ lower, upper, deduction: off }) =>
                `${decimal(lower)}–${decimal(upper)}: −${deduction(off, calculation.deductionType)}`,
            )
            .join('; '),
        });
      case 'unknown':
        return say({ kind: calculation.cisKind, parameters: calculation.parametersText });
    }
  };
}
