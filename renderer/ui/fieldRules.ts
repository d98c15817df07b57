import type { TFunction } from 'i18next';
import { parseTypedTime } from './typedTime.ts';

/** Longest line and longest text that main takes. */
const LINE = 200;
const TEXT = 5000;

/** Checks that fields share; each answers with a sentence, or null when the value is right. */
export interface FieldRules {
  filledLine: (value: string) => string | null;
  line: (value: string) => string | null;
  text: (value: string) => string | null;
  /** `HH:MM`, or nothing. */
  time: (value: string) => string | null;
}

/** The shared checks in the language on the screen. */
export function fieldRules(t: TFunction): FieldRules {
  const upTo = (max: number) => (value: string) =>
    value.trim().length > max ? t('common:field.tooLong', { max }) : null;
  return {
    filledLine: (value) => (value.trim() === '' ? t('common:field.required') : upTo(LINE)(value)),
    line: upTo(LINE),
    text: upTo(TEXT),
    time: (value) => (value === '' || parseTypedTime(value) === value ? null : t('common:field.time')),
  };
}
