import type { TFunction } from 'i18next';
import type { Language } from '#shared/contract/app.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Format } from '../i18n/format.ts';
import { localized } from '../i18n/names.ts';
import { heldValue } from './heldValue.ts';

/** One change of a record, as main tells it. */
export type RecordChange = RouteOutput<'history.ofRecord'>['changes'][number];
/** What it did to one field. */
export type ChangedField = RecordChange['fields'][number];

/** The words of a language, and how it writes numbers and days. */
export interface ChangeWords {
  t: TFunction;
  format: Format;
  language: Language;
  /** Whether the language has a text. */
  exists: (key: string) => boolean;
}

/** Columns that hold yes or no. */
const FLAGS = new Set(['is_mock', 'is_current', 'allows_partial']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Reference = Extract<ChangedField, { kind: 'reference' }>['before'];

function namedRecord({ t, format, language }: ChangeWords, name: Reference): string {
  if (name === null) return t('common:field.none');
  const text = localized(name, language);
  if (text === '') return t('history:record.unnamed');
  return DAY.test(text) ? format.day(text) : text;
}

function plainValue(words: ChangeWords, place: { entity: string; column: string }, value: unknown): string {
  const { t, format } = words;
  if (value === null || value === '') return t('common:field.none');
  if (FLAGS.has(place.column)) return t(value === 1 ? 'history:record.yes' : 'history:record.no');
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return heldValue(t, format, { table: place.entity, column: place.column, value });
}

/** Whether the language has a word for a field; those without one are only counted. */
export const hasWord = ({ exists }: ChangeWords, { name }: ChangedField): boolean =>
  name === 'deleted_at' || exists(`history:column.${name}`);

/** The word of a field: «Аты-жөні». */
export function fieldWord({ t }: ChangeWords, name: string): string {
  return name === 'deleted_at' ? t('history:record.removal') : t(`history:column.${name}`);
}

/** What was done to one field, in words: «Топ: ЭМ-1 → ЭМ-2». */
export function fieldSentence(words: ChangeWords, entity: string, field: ChangedField): string {
  const { t } = words;
  if (field.name === 'deleted_at') {
    return t(field.after === null ? 'history:record.broughtBack' : 'history:record.deleted');
  }
  const what = fieldWord(words, field.name);
  switch (field.kind) {
    case 'reference':
      return t('history:record.change', {
        what,
        before: namedRecord(words, field.before),
        after: namedRecord(words, field.after),
      });
    case 'list': {
      const { format } = words;
      const isCounted = field.before !== null && field.after !== null && field.before !== field.after;
      return isCounted
        ? t('history:record.change', {
            what,
            before: format.number(field.before ?? 0),
            after: format.number(field.after ?? 0),
          })
        : t('history:record.list', { what });
    }
    case 'value': {
      const place = { entity, column: field.name };
      const [before, after] = [plainValue(words, place, field.before), plainValue(words, place, field.after)];
      return t('history:record.change', { what, before, after });
    }
  }
}
