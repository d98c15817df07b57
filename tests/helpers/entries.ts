import type { PartnerInput } from '#shared/contract/partnerRecords.ts';
import type { StudentInput } from '#shared/contract/people.ts';

/** A student as the form would send one. */
export function aStudent(patch: Partial<StudentInput>): StudentInput {
  return {
    surname: 'Серікбаев',
    givenName: 'Дәулет',
    patronymic: 'Маратұлы',
    sex: null,
    birthDate: '2008-05-17',
    groupName: 'ЭМ-23-1',
    course: 2,
    speciality: 'Электрмен қамтамасыз ету',
    status: 'active',
    consent: 'given',
    consentDate: '2025-09-01',
    notes: '',
    ...patch,
  };
}

/** A partner enterprise with one contact. */
export const aPartner: PartnerInput = {
  name: '«Отырар Металл» ЖШС',
  sector: 'metal',
  region: 'Түркістан облысы',
  address: '',
  bin: '',
  website: '',
  state: 'active',
  contacts: [{ name: 'Үсенов Ғани', position: 'Директор', phone: '', email: '' }],
  competencyIds: [],
  notes: '',
};
