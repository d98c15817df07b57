import type { AgreementStanding, DutyStanding } from '#shared/domain/partners/agreements.ts';
import type { Tone } from '../../ui/StatusBadge.tsx';

/** How each standing of an agreement is felt; the word says it too. */
export const agreementTones: Record<AgreementStanding, Tone> = {
  coming: 'info',
  active: 'good',
  ending: 'warn',
  renewing: 'info',
  ended: 'calm',
  terminated: 'calm',
};

/** How each standing of an obligation or a promise is felt. */
export const dutyTones: Record<DutyStanding, Tone> = {
  open: 'calm',
  soon: 'warn',
  late: 'bad',
  done: 'good',
  waived: 'calm',
};
