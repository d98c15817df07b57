import type { StudentListRow } from '#shared/contract/people.ts';
import type { Tone } from '../../ui/StatusBadge.tsx';

type Status = StudentListRow['status'];
type Consent = StudentListRow['consent'];

/** States of a student in the order of a life, with how each is felt. */
export const statusTones: Record<Status, Tone> = {
  active: 'good',
  on_leave: 'warn',
  graduated: 'info',
  expelled: 'calm',
};

/** States of the consent to the processing of personal data. */
export const consentTones: Record<Consent, Tone> = {
  unknown: 'warn',
  given: 'good',
  refused: 'bad',
  withdrawn: 'bad',
};

/** All states of a student. */
export const statuses = Object.keys(statusTones) as Status[];

/** All states of the consent. */
export const consents = Object.keys(consentTones) as Consent[];
