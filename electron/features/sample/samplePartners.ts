import { createRandom } from '#shared/domain/sample/random.ts';
import type { SampleCollege } from '#shared/domain/sample/sampleCollege.ts';
import { sampleEvents } from '#shared/domain/sample/sampleEvents.ts';
import { listSamplePartners, type SamplePartner } from '#shared/domain/sample/samplePartnership.ts';
import { sampleTrades } from '#shared/domain/sample/sampleTrades.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { Work } from '../../database/changes/work.ts';

/** Ids of what is already there. */
interface KnownIds {
  competencies: ReadonlyMap<string, string>;
  students: readonly string[];
  experts: readonly string[];
}

interface Context {
  work: Work;
  college: SampleCollege;
  ids: KnownIds;
  today: string;
}

const json = JSON.stringify;
const shift = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days);
const notNull = <T>(value: T | undefined | null): value is T => value !== undefined && value !== null;

/** The people of a trade: candidates, own experts, and the expert whom the partner sends. */
function peopleOf({ college, ids }: Context, competencyNumber: string) {
  const students = college.candidates
    .filter((one) => one.competencyNumber === competencyNumber && one.status !== 'left')
    .map((one) => ids.students[one.studentIndex])
    .filter(notNull);
  const experts = college.experts
    .map((one, index) => ({ ...one, id: ids.experts[index] ?? '' }))
    .filter((one) => one.competencyNumber === competencyNumber);
  const own = experts.find((one) => one.organisation === '') ?? experts[0];
  const sent = experts.find((one) => one.organisation !== '') ?? experts.at(-1);
  return { students, ownId: own?.id ?? null, sentId: sent?.id ?? null };
}

interface PartnerContext extends Context {
  partner: SamplePartner;
  partnerId: string;
  competencyId: string;
  people: ReturnType<typeof peopleOf>;
}

function storeVisit(context: PartnerContext, date: string, isHeld: boolean): string {
  const { work, partner, partnerId, competencyId, people } = context;
  const id = work.newId();
  const subject = isHeld
    ? 'Шеберханалармен танысу және бірлескен жұмыс туралы келісім'
    : 'Өндірісті аралау және чемпионатқа дайындықты талқылау';
  const place = isHeld ? partner.trade.workshop : partner.trade.partner;
  work.insert('visits', {
    id,
    partner_id: partnerId,
    direction: isHeld ? 'to_college' : 'to_partner',
    date,
    start_time: '10:00',
    duration_minutes: 150,
    place,
    subject,
    state: isHeld ? 'held' : 'planned',
    programme_json: json([
      { time: '10:00', what: 'Қарсы алу, танысу' },
      { time: '10:30', what: 'Шеберхананы аралау, жабдықты көру' },
      { time: '11:30', what: 'Студенттердің жұмысын көру, әңгімелесу' },
    ]),
    delegation_json: json(partner.contacts.map(({ name, position }) => ({ name, position }))),
    workshops_json: json(isHeld ? [partner.trade.workshop] : []),
    competency_ids_json: json([competencyId]),
    student_ids_json: json(people.students.slice(0, 2)),
    expert_ids_json: json([people.ownId].filter(notNull)),
    said: isHeld
      ? 'Қонақтар құрам студенттерінің жұмысын көріп, уақытқа орындауға көбірек көңіл бөлуді ұсынды. Жабдықтың бір бөлігі өндірістегіден ескі екені айтылды.'
      : '',
    outcome: isHeld ? 'Екіжақты келісім-шарт жасауға және төрешілер жіберуге уағдаластық.' : '',
    search_text: foldForSearch(subject, place),
  });
  return id;
}

function storeAgreement(context: PartnerContext, visitId: string): string | null {
  const { work, partner, partnerId, people } = context;
  const { agreement } = partner;
  if (agreement === null) return null;
  const id = work.newId();
  const subject = 'Студенттерді чемпионатқа дайындау және өндірістік практика туралы';
  const signatory = partner.contacts[0]?.name ?? '';
  work.insert('agreements', {
    id,
    partner_id: partnerId,
    kind: agreement.thirdParty === '' ? 'two_sided' : 'three_sided',
    third_party: agreement.thirdParty,
    number: agreement.number,
    subject,
    college_signatory: 'Колледж директоры',
    partner_signatory: signatory,
    third_signatory: '',
    start_date: agreement.startDate,
    end_date: agreement.endDate,
    renewal_months: agreement.renewalMonths,
    terminated_date: null,
    visit_id: visitId,
    notes: '',
    search_text: foldForSearch(agreement.number, subject, agreement.thirdParty, signatory),
  });
  const [material, judges, interns] = partner.dueDates;
  const duties = [
    { side: 'partner', what: 'Жаттығуға шығын материалын беру', due: material, isDone: false },
    { side: 'partner', what: 'Сынақ чемпионатына екі төреші жіберу', due: judges, isDone: false },
    { side: 'college', what: 'Екі студентті тағылымдамаға жіберу', due: interns, isDone: true },
  ];
  work.insertMany(
    'obligations',
    duties.map(({ side, what, due, isDone }) => ({
      id: work.newId(),
      agreement_id: id,
      side,
      what,
      due_date: due,
      responsible_id: side === 'college' ? people.ownId : null,
      responsible: side === 'college' ? '' : signatory,
      state: isDone ? 'done' : 'open',
      done_date: isDone ? due : null,
      notes: '',
    })),
  );
  return id;
}

function storeHelp(context: PartnerContext, agreementId: string | null, visitId: string): void {
  const { work, partner, partnerId, competencyId, today } = context;
  if (agreementId === null) return;
  const seed = Number(partner.trade.competencyNumber);
  const gifts = [
    {
      kind: 'equipment',
      what: 'Өлшеу құралдарының жинағы',
      quantity: 2 + (seed % 4),
      value: 90_000 * (1 + (seed % 5)),
      ago: 200,
    },
    { kind: 'judging', what: 'Колледжішілік байқауда төрешілік ету', quantity: 2, value: null, ago: 90 },
    {
      kind: 'practice_places',
      what: 'Өндірістік практика орындары',
      quantity: 3 + (seed % 6),
      value: null,
      ago: 130,
    },
    { kind: 'prizes', what: 'Жеңімпаздарға құралдар жиынтығы', quantity: 3, value: 45_000, ago: 88 },
  ];
  work.insertMany(
    'contributions',
    gifts.slice(0, 2 + (seed % 3)).map(({ kind, what, quantity, value, ago }) => ({
      id: work.newId(),
      partner_id: partnerId,
      kind,
      date: shift(today, -ago),
      what,
      quantity,
      value_tenge: value,
      competency_id: competencyId,
      agreement_id: agreementId,
      visit_id: kind === 'equipment' ? visitId : null,
      notes: '',
    })),
  );
}

function storeSentPerson({ work, partnerId, competencyId, people, today }: PartnerContext): void {
  const { sentId } = people;
  if (sentId !== null) {
    work.insert('industry_people', {
      id: work.newId(),
      partner_id: partnerId,
      expert_id: sentId,
      role: 'both',
      competency_ids_json: json([competencyId]),
      availability_json: json([{ fromDate: shift(today, 10), toDate: shift(today, 24) }]),
      notes: '',
    });
  }
}

function storeInternship({ work, partner, partnerId, competencyId, people, today }: PartnerContext): void {
  const { sentId } = people;
  const student = people.students[1] ?? people.students[0];
  if (student === undefined) return;
  const { startDate, endDate } = partner.internship;
  const isDone = endDate < today;
  work.insert('internships', {
    id: work.newId(),
    student_id: student,
    partner_id: partnerId,
    competency_id: competencyId,
    // Whom the partner sends has judged since: a mentor of those days is somebody else.
    mentor_id: isDone ? null : sentId,
    mentor: isDone ? (partner.contacts[0]?.name ?? '') : '',
    start_date: startDate,
    end_date: endDate,
    place: 'Негізгі цех',
    weekly_minutes: 1500,
    done_minutes: isDone ? 4200 : null,
    state: isDone ? 'done' : 'planned',
    tasks: 'Тәлімгердің жанында нақты тапсырыстарды орындау, сапаны тексеруді үйрену.',
    sections_json: json(
      isDone
        ? [
            { number: 1, level: 2 },
            { number: 2, level: 1 },
            { number: 3, level: 2 },
          ]
        : [],
    ),
    conclusion: isDone
      ? 'Ұқыпты жұмыс істейді, жұмыс орнын таза ұстайды. Уақытты үнемдеуді үйренуі керек.'
      : '',
  });
}

function storePromise(
  { work, partner, partnerId, competencyId, people, today }: PartnerContext,
  visitId: string,
): void {
  work.insert('tasks', {
    id: work.newId(),
    title: 'Студенттердің тізімін кәсіпорынға жіберу',
    notes: '',
    due_date: shift(today, -3 + Number(partner.trade.competencyNumber)),
    side: 'college',
    responsible_id: people.ownId,
    responsible: '',
    competency_id: competencyId,
    partner_id: partnerId,
    visit_id: visitId,
    event_id: null,
    state: 'open',
    done_date: null,
  });
}

function storePartner(context: Context, partner: SamplePartner): void {
  const { work, ids } = context;
  const competencyId = ids.competencies.get(partner.trade.competencyNumber);
  if (competencyId === undefined) return;
  const partnerId = work.newId();
  const name = partner.trade.partner;
  const people = peopleOf(context, partner.trade.competencyNumber);
  const inner: PartnerContext = { ...context, partner, partnerId, competencyId, people };
  work.insert('partners', {
    id: partnerId,
    name,
    sector: partner.sector,
    region: 'Түркістан облысы',
    address: partner.address,
    bin: '',
    website: '',
    state: partner.agreement === null ? 'prospect' : 'active',
    contacts_json: json(partner.contacts),
    competency_ids_json: json([competencyId]),
    notes: '',
    search_text: foldForSearch(name, 'Түркістан облысы', partner.contacts[0]?.name ?? ''),
  });
  const visitId = storeVisit(inner, partner.firstVisit, true);
  if (partner.nextVisit !== null) storeVisit(inner, partner.nextVisit, false);
  storeHelp(inner, storeAgreement(inner, visitId), visitId);
  storeSentPerson(inner);
  storeInternship(inner);
  storePromise(inner, visitId);
}

function storeEvents({ work, college, ids, today }: Context, seed: number): void {
  const random = createRandom(`${seed}/events`);
  const candidates = new Set(college.candidates.map((one) => one.studentIndex));
  const students = college.students.flatMap((one, index) =>
    one.status === 'active' ? [{ id: ids.students[index] ?? '', isCandidate: candidates.has(index) }] : [],
  );
  for (const event of sampleEvents) {
    const id = work.newId();
    const isHeld = event.daysFromToday < 0;
    work.insert('development_events', {
      id,
      kind: event.kind,
      title: event.title,
      series: event.series,
      date: shift(today, event.daysFromToday),
      start_time: event.startTime,
      duration_minutes: 90,
      place: event.place,
      organiser_id: null,
      organiser: event.organiser,
      partner_id: null,
      aims_json: json(event.aims),
      state: isHeld ? 'held' : 'planned',
      description: event.description,
      search_text: foldForSearch(event.title, event.series, event.place, event.organiser),
    });
    const invited = students.filter((one) => random.chance(one.isCandidate ? 0.4 : 0.12));
    work.insertMany(
      'event_participants',
      invited.map((one) => ({
        id: work.newId(),
        event_id: id,
        student_id: one.id,
        role: random.chance(0.1) ? 'speaker' : 'participant',
        presence: isHeld ? (random.chance(0.88) ? 'present' : 'absent') : 'invited',
        note: '',
      })),
    );
  }
}

function storeAwards({ work, college, ids, today }: Context): void {
  const chosen = college.candidates.filter((_, index) => index % 4 === 0);
  work.insertMany(
    'student_awards',
    chosen.map((one, index) => ({
      id: work.newId(),
      student_id: ids.students[one.studentIndex] ?? '',
      kind: index % 2 === 0 ? 'championship' : 'course',
      title: index % 2 === 0 ? 'Колледжішілік кәсіби шеберлік байқауы' : 'Ағылшын тілі, A2 деңгейі',
      issuer: college.name.kk,
      date: shift(today, -88 - index),
      result: index % 2 === 0 ? `${(index % 3) + 1}-орын` : '72 сағат',
    })),
  );
}

/** Partners with agreements, visits, help, people and internships; events with participants; awards; promises. */
export function storePartnership(
  work: Work,
  college: SampleCollege,
  options: { ids: KnownIds; today: string; seed: number },
): void {
  const context: Context = { work, college, ids: options.ids, today: options.today };
  const trades = sampleTrades.filter((trade) =>
    college.candidates.some((one) => one.competencyNumber === trade.competencyNumber),
  );
  const random = createRandom(`${options.seed}/partners`);
  for (const partner of listSamplePartners(random, trades, options.today)) storePartner(context, partner);
  storeEvents(context, options.seed);
  storeAwards(context);
}
