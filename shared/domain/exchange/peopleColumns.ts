import { foldForSearch } from '../../lib/searchText.ts';

/** What a column of a list of students may hold. */
export const peopleFields = [
  'fullName',
  'surname',
  'givenName',
  'patronymic',
  'birthDate',
  'groupName',
  'course',
  'speciality',
  'notes',
] as const;
export type PeopleField = (typeof peopleFields)[number];

/** Field → number of its column from 0; fields without a column are absent. */
export type PeopleMapping = Partial<Record<PeopleField, number>>;

/** How people head such columns, in three languages; the first of each language is used in templates. */
const HEADERS: Readonly<Record<PeopleField, { kk: string[]; ru: string[]; en: string[] }>> = {
  fullName: {
    kk: ['Аты-жөні', 'Студенттің аты-жөні', 'Т.А.Ә.', 'ТАӘ', 'Білім алушының аты-жөні'],
    ru: ['ФИО', 'Ф.И.О.', 'ФИО студента', 'Фамилия Имя Отчество', 'Студент', 'Обучающийся'],
    en: ['Full name', 'Name of the student', 'Student'],
  },
  surname: { kk: ['Тегі', 'Фамилиясы'], ru: ['Фамилия'], en: ['Surname', 'Last name', 'Family name'] },
  givenName: { kk: ['Аты', 'Есімі'], ru: ['Имя'], en: ['Given name', 'First name', 'Name'] },
  patronymic: { kk: ['Әкесінің аты'], ru: ['Отчество'], en: ['Patronymic', 'Middle name'] },
  birthDate: {
    kk: ['Туған күні', 'Туған жылы', 'Туылған күні'],
    ru: ['Дата рождения', 'День рождения', 'Год рождения'],
    en: ['Date of birth', 'Birth date', 'Born'],
  },
  groupName: { kk: ['Тобы', 'Топ'], ru: ['Группа', 'Учебная группа'], en: ['Group'] },
  course: { kk: ['Курсы', 'Курс'], ru: ['Курс'], en: ['Course', 'Year'] },
  speciality: {
    kk: ['Мамандығы', 'Мамандық', 'Біліктілігі'],
    ru: ['Специальность', 'Профессия', 'Квалификация'],
    en: ['Speciality', 'Specialty', 'Profession'],
  },
  notes: { kk: ['Ескертпе', 'Ескерту'], ru: ['Примечание', 'Заметки'], en: ['Notes', 'Remark'] },
};

const plain = (text: string): string =>
  foldForSearch(text.replace(/[.,:;()№*]/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const known = new Map<string, PeopleField>(
  peopleFields.flatMap((field) =>
    [...HEADERS[field].kk, ...HEADERS[field].ru, ...HEADERS[field].en].map(
      (name) => [plain(name), field] as const,
    ),
  ),
);

/** Heads of the template's columns in a language. */
export function templateHeaders(language: 'kk' | 'ru' | 'en'): string[] {
  return peopleFields
    .filter((field) => field !== 'fullName')
    .map((field) => HEADERS[field][language][0] ?? field);
}

/** What the heads of columns say they hold; the first of two columns of one kind counts. */
export function suggestMapping(headers: readonly string[]): PeopleMapping {
  const mapping: PeopleMapping = {};
  headers.forEach((header, index) => {
    const field = known.get(plain(header));
    if (field && mapping[field] === undefined) mapping[field] = index;
  });
  return mapping;
}

/** The row of heads: the first of the top rows in which two columns are known, else the first that holds something. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const top = rows.slice(0, 15);
  const score = (row: readonly string[]): number => Object.keys(suggestMapping(row)).length;
  const found = top.findIndex((row) => score(row) >= 2);
  if (found !== -1) return found;
  const one = top.findIndex((row) => score(row) === 1);
  if (one !== -1) return one;
  return Math.max(
    0,
    top.findIndex((row) => row.some((cell) => cell.trim() !== '')),
  );
}

/** Names a layout: the same heads in the same order are mapped the same way next time. */
export function fingerprintOf(headers: readonly string[]): string {
  return headers.map(plain).join('|').slice(0, 400);
}
