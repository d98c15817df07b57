import type { EventInput } from '#shared/contract/developmentEvents.ts';
import type {
  AgreementInput,
  InternshipInput,
  PartnerInput,
  VisitInput,
} from '#shared/contract/partnerRecords.ts';
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

/** A visit to the college that was held. */
export const aVisit = (partnerId: string): VisitInput => ({
  partnerId,
  direction: 'to_college',
  date: '2026-02-20',
  startTime: '10:00',
  durationMinutes: 90,
  place: '',
  subject: 'Жабдықпен танысу',
  state: 'held',
  programme: [],
  delegation: [],
  workshops: [],
  competencyIds: [],
  studentIds: [],
  expertIds: [],
  said: '',
  outcome: '',
});

/** A two-sided agreement without an end. */
export const anAgreement = (partnerId: string): AgreementInput => ({
  partnerId,
  kind: 'two_sided',
  thirdParty: '',
  number: '',
  subject: 'Бірлескен дайындық',
  collegeSignatory: '',
  partnerSignatory: '',
  thirdSignatory: '',
  startDate: '2026-01-01',
  endDate: null,
  renewalMonths: 0,
  terminatedDate: null,
  visitId: null,
  notes: '',
});

/** An evening of the reading club that was held. */
export const anEvent: EventInput = {
  kind: 'reading',
  title: 'Абай: қара сөздер',
  series: '',
  date: '2026-03-04',
  startTime: '15:00',
  durationMinutes: 90,
  place: 'Кітапхана',
  organiserId: null,
  organiser: '',
  partnerId: null,
  aims: [],
  state: 'held',
  description: '',
};
