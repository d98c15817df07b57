import type { TFunction } from 'i18next';
import type { Format } from '../i18n/format.ts';

const CODED = ['status', 'consent'] as const;

/** A value of a column as people read it: codes in words, days and numbers in the form of the language. */
export function fieldValue(t: TFunction, format: Format, column: string, value: string | number): string {
  if (typeof value === 'number') return format.number(value);
  if (CODED.some((name) => name === column)) return t(`people:${column}.${value}`, { defaultValue: value });
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : value;
}
