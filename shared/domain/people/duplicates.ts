import { foldForSearch } from '../../lib/searchText.ts';

/** What tells one student from another. */
export interface PersonName {
  surname: string;
  givenName: string;
  patronymic: string;
  birthDate: string | null;
}

const same = (one: string, other: string): boolean => foldForSearch(one) === foldForSearch(other);
/** A part that one side lacks says nothing against them being the same person. */
const compatible = (one: string | null, other: string | null): boolean =>
  !one || !other || one === other || same(one, other);

/**
 * Whether two entries may be the same person: same surname and given name whatever the keyboard, patronymic and birth
 * date equal where both are known. A reason to warn, never to refuse.
 */
export function mayBeSamePerson(one: PersonName, other: PersonName): boolean {
  return (
    same(one.surname, other.surname) &&
    same(one.givenName, other.givenName) &&
    compatible(one.patronymic, other.patronymic) &&
    (!one.birthDate || !other.birthDate || one.birthDate === other.birthDate)
  );
}
