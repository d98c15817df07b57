import type { InternshipInput, PartnerInput } from '#shared/contract/partnerRecords.ts';
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

/** An internship of a fortnight that is over; who did it and where has to be said. */
export function anInternship(
  over: Partial<InternshipInput> & Pick<InternshipInput, 'studentId' | 'partnerId'>,
): InternshipInput {
  return {
    competencyId: null,
    mentorId: null,
    mentor: '',
    startDate: '2026-02-02',
    endDate: '2026-02-15',
    place: '',
    weeklyMinutes: 600,
    doneMinutes: null,
    state: 'done',
    tasks: '',
    sections: [],
    conclusion: '',
    ...over,
  };
}
