import { useMemo } from 'react';
import { useFormat } from '../../i18n/useLanguage.ts';

/** How amounts of the base are written. */
export interface Amounts {
  /** Hundredths with their unit: `2,5 кг`. */
  amount: (hundredths: number, unit?: string) => string;
  /** Whole tenge from tiyn: `450 000 ₸`. */
  money: (tiyn: number) => string;
  /** Hundredths of a percent: `71,1 %`. */
  percent: (hundredths: number | null) => string;
}

/** Amounts, money and percentages in the language on the screen. */
export function useAmounts(): Amounts {
  const format = useFormat();
  return useMemo(
    () => ({
      amount: (hundredths, unit = '') =>
        `${format.shortHundredths(hundredths)}${unit === '' ? '' : `\u00a0${unit}`}`,
      money: (tiyn) => `${format.number(Math.round(tiyn / 100))}\u00a0₸`,
      percent: (hundredths) => (hundredths === null ? '–' : format.percent(hundredths / 100)),
    }),
    [format],
  );
}
