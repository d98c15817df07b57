import type { TFunction } from 'i18next';
import type { Language } from '#shared/contract/app.ts';
import type { MarkWay } from '#shared/domain/assessment/measuredMark.ts';
import { formatFor } from './format.ts';

const DECIMAL = /^-?\d+(\.\d+)?( %)?$/;

/** Decimals with the sign of the language, hundredths as marks, the rest as it is. */
function wordsOf(params: MarkWay['params'], language: Language): Record<string, string> {
  const format = formatFor(language);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name.endsWith('Hundredths')) return [name, format.hundredths(Number(value))];
      const text = String(value);
      const isDecimal = name !== 'label' && DECIMAL.test(text);
      return [name, isDecimal && language !== 'en' ? text.replace('.', ',') : text];
    }),
  );
}

/** The way from what was measured to the mark, as a sentence. */
export function waySentence(t: TFunction, language: Language, way: MarkWay): string {
  return t(`assessment:way.${way.code}`, wordsOf(way.params, language));
}
