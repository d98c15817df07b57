import { foldForSearch } from '../../lib/searchText.ts';
import { findPart, type ResultPart } from './resultParts.ts';

/** What a column of a file with results may hold, besides marks of parts of a scheme. */
export const resultFields = [
  'fullName',
  'surname',
  'givenName',
  'patronymic',
  'groupName',
  'date',
  'total',
  'code',
  'mark',
] as const;
export type ResultField = (typeof resultFields)[number];

/** What the columns hold: fields by their column from 0, and marks of parts of the scheme by code. */
export interface ResultMapping {
  fields: Partial<Record<ResultField, number>>;
  parts: { column: number; code: string }[];
}

/** How people head such columns; the first of each language is used in templates. */
const HEADERS: Readonly<Record<ResultField, { kk: string[]; ru: string[]; en: string[] }>> = {
  fullName: {
    kk: ['Аты-жөні', 'Студенттің аты-жөні', 'Т.А.Ә.', 'ТАӘ', 'Студент', 'Қатысушы'],
    ru: ['ФИО', 'Ф.И.О.', 'ФИО студента', 'Фамилия Имя Отчество', 'Студент', 'Обучающийся', 'Участник'],
    en: ['Full name', 'Student', 'Competitor'],
  },
  surname: { kk: ['Тегі', 'Фамилиясы'], ru: ['Фамилия'], en: ['Surname', 'Last name', 'Family name'] },
  givenName: { kk: ['Аты', 'Есімі'], ru: ['Имя'], en: ['Given name', 'First name', 'Name'] },
  patronymic: { kk: ['Әкесінің аты'], ru: ['Отчество'], en: ['Patronymic', 'Middle name'] },
  groupName: { kk: ['Тобы', 'Топ'], ru: ['Группа', 'Учебная группа'], en: ['Group'] },
  date: {
    kk: ['Күні', 'Өткен күні', 'Дата'],
    ru: ['Дата', 'Дата тренировки', 'Дата проведения'],
    en: ['Date', 'Day', 'Date of practice'],
  },
  total: {
    kk: ['Қорытынды', 'Жалпы балл', 'Барлығы', 'Пайыз', 'Нәтиже', '%'],
    ru: ['Итого', 'Всего', 'Общий балл', 'Итоговый балл', 'Сумма', 'Процент', 'Результат', 'Сумма баллов'],
    en: ['Total', 'Sum', 'Total mark', 'Percent', 'Result', 'Overall'],
  },
  code: {
    kk: ['Аспект', 'Критерий', 'Қосалқы критерий', 'Коды'],
    ru: ['Аспект', 'Критерий', 'Подкритерий', 'Модуль', 'Код'],
    en: ['Aspect', 'Criterion', 'Sub-criterion', 'Module', 'Code'],
  },
  mark: {
    kk: ['Балл', 'Баға', 'Ұпай'],
    ru: ['Балл', 'Баллы', 'Оценка'],
    en: ['Mark', 'Score', 'Points'],
  },
};

const plain = (text: string): string =>
  foldForSearch(text.replace(/[.,:;()№*]/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const known = new Map<string, ResultField>(
  resultFields.flatMap((field) =>
    [...HEADERS[field].kk, ...HEADERS[field].ru, ...HEADERS[field].en].map(
      (name) => [plain(name), field] as const,
    ),
  ),
);

/** Head of a column in a template. */
export const resultHeader = (field: ResultField, language: 'kk' | 'ru' | 'en'): string =>
  HEADERS[field][language][0] ?? field;

/** What the heads say the columns hold; the first of two columns of one kind counts. */
export function suggestResultMapping(
  headers: readonly string[],
  parts: readonly ResultPart[],
): ResultMapping {
  const mapping: ResultMapping = { fields: {}, parts: [] };
  headers.forEach((header, column) => {
    if (header.trim() === '') return;
    const field = known.get(plain(header));
    if (field !== undefined) {
      mapping.fields[field] ??= column;
      return;
    }
    const part = findPart(header, parts);
    const isNew = part !== undefined && !mapping.parts.some(({ code }) => code === part.code);
    if (isNew) mapping.parts.push({ column, code: part.code });
  });
  // A sum beside a list's mark is the mark itself; a lone "mark" without codes is the total.
  const { mark, code, total } = mapping.fields;
  if (mark !== undefined && code === undefined && total === undefined) {
    delete mapping.fields.mark;
    mapping.fields.total = mark;
  }
  return mapping;
}

/** The row of heads: the one among the top rows in which most columns are known. */
export function findResultHeaderRow(
  rows: readonly (readonly string[])[],
  parts: readonly ResultPart[],
): number {
  const scores = rows.slice(0, 15).map((row) => {
    const mapping = suggestResultMapping(row, parts);
    return Object.keys(mapping.fields).length + mapping.parts.length;
  });
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  return Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell.trim() !== '')),
  );
}
