import { foldForSearch } from '../../lib/searchText.ts';

/** A name as a file writes it: often with initials only. */
export interface WrittenName {
  surname: string;
  givenName: string;
  patronymic: string;
  groupName: string;
}

const isInitial = (text: string): boolean => /^\p{L}\.?$/u.test(text) || /^\p{L}\./u.test(text);
const initials = (text: string): string[] =>
  text
    .split(/[\s.]+/)
    .filter((part) => part !== '')
    .map((part) => foldForSearch(part.slice(0, 1)).slice(0, 1));

function sameGiven(written: WrittenName, known: WrittenName): boolean {
  if (written.givenName === '') return true;
  if (!isInitial(written.givenName)) {
    return foldForSearch(written.givenName) === foldForSearch(known.givenName);
  }
  const letters = initials(`${written.givenName} ${written.patronymic}`);
  const others = initials(`${known.givenName} ${known.patronymic}`);
  return letters.every((letter, index) => others[index] === undefined || others[index] === letter);
}

function samePatronymic(written: WrittenName, known: WrittenName): boolean {
  const { patronymic } = written;
  if (patronymic === '' || known.patronymic === '' || isInitial(written.givenName)) return true;
  if (isInitial(patronymic)) return initials(patronymic)[0] === initials(known.patronymic)[0];
  return foldForSearch(patronymic) === foldForSearch(known.patronymic);
}

/**
 * Students whom a name in a file may mean: surname the same, given name or initials the same; of several, those of the
 * group that the file names.
 */
export function matchStudents<T extends WrittenName>(written: WrittenName, students: readonly T[]): T[] {
  const surname = foldForSearch(written.surname);
  const found = students.filter(
    (known) =>
      foldForSearch(known.surname) === surname && sameGiven(written, known) && samePatronymic(written, known),
  );
  if (found.length < 2 || written.groupName === '') return found;
  const group = foldForSearch(written.groupName);
  const inGroup = found.filter((known) => foldForSearch(known.groupName) === group);
  return inGroup.length > 0 ? inGroup : found;
}
