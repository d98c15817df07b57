/** What a person consents to. */
export const consentPurposes = ['training', 'publication', 'transfer'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Who signs: the student, or for a minor the guardian. */
export const consentRelations = ['self', 'mother', 'father', 'guardian'] as const;
export type ConsentRelation = (typeof consentRelations)[number];

export const consentAnswers = ['given', 'refused', 'withdrawn'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** One consent as the rules look at it. */
export interface ConsentFacts {
  purpose: ConsentPurpose;
  state: ConsentAnswer;
  givenOn: string;
  validUntil: string | null;
  relation: ConsentRelation;
}

/** Why somebody has to be asked. */
export type ConsentGap = 'none' | 'missing' | 'expired' | 'no_longer' | 'guardian_needed';

const ADULT_YEARS = 18;

/** Age in whole years on a day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * What is missing for the purpose without which nobody's marks may be kept. Who was a minor when signing alone needs a
 * guardian's signature.
 * @param day calendar day that counts as today
 */
export function findConsentGap(
  consents: readonly ConsentFacts[],
  birthDate: string | null,
  day: string,
): ConsentGap {
  const newest = consents
    .filter(({ purpose }) => purpose === 'training')
    .toSorted((a, b) => (a.givenOn < b.givenOn ? 1 : a.givenOn > b.givenOn ? -1 : 0))[0];
  if (!newest) return 'missing';
  if (newest.state !== 'given') return 'no_longer';
  if (newest.validUntil !== null && newest.validUntil < day) return 'expired';
  const wasMinor = birthDate !== null && ageOn(birthDate, newest.givenOn) < ADULT_YEARS;
  const isMinor = birthDate !== null && ageOn(birthDate, day) < ADULT_YEARS;
  return wasMinor && isMinor && newest.relation === 'self' ? 'guardian_needed' : 'none';
}
