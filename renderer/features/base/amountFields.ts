import type { TFunction } from 'i18next';
import { readAmount, writeAmount } from '#shared/domain/base/amountText.ts';

/** A typed amount in hundredths; null: empty, or not understood (which the field's check has told). */
export function toHundredths(text: string): number | null {
  const read = readAmount(text);
  return read.kind === 'value' ? read.hundredths : null;
}

/** An amount as it stands in a field. */
export const toFieldText = (hundredths: number | null): string =>
  hundredths === null ? '' : writeAmount(hundredths);

/** The check of a field that holds an amount. */
export function amountRule(t: TFunction, isRequired: boolean): (text: string) => string | null {
  return (text) => {
    const { kind } = readAmount(text);
    if (kind === 'wrong') return t('base:field.badAmount');
    return kind === 'empty' && isRequired ? t('common:field.required') : null;
  };
}
