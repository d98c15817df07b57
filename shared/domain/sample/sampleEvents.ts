import type { EventKind, GrowthAim } from '../../contract/developmentEvents.ts';

/** A made-up event; its day is counted from today, negative in the past. */
export interface SampleEvent {
  kind: EventKind;
  title: string;
  series: string;
  daysFromToday: number;
  startTime: string;
  place: string;
  organiser: string;
  aims: readonly GrowthAim[];
  description: string;
}

const library = { place: 'Колледж кітапханасы', organiser: 'Колледж кітапханасы' };

/** What a college in the south of Kazakhstan does with its students beside practice. */
export const sampleEvents: readonly SampleEvent[] = [
  {
    ...library,
    kind: 'reading',
    title: 'Абайдың қара сөздері: пікір алысу',
    series: 'Бір кітап – бір колледж',
    daysFromToday: -210,
    startTime: '15:00',
    aims: ['communication', 'culture'],
    description: 'Үш қара сөзді оқып, бүгінгі күнмен байланысын талқылаймыз.',
  },
  {
    ...library,
    kind: 'reading',
    title: 'Мұхтар Әуезов әңгімелері',
    series: 'Бір кітап – бір колледж',
    daysFromToday: -150,
    startTime: '15:00',
    aims: ['communication', 'culture'],
    description: 'Әңгіме кейіпкерлерінің таңдауын талқылау.',
  },
  {
    kind: 'literary',
    title: 'Мағжан жырларының кеші',
    series: '',
    daysFromToday: -120,
    startTime: '16:00',
    place: 'Мәжіліс залы',
    organiser: 'Әдебиет үйірмесі',
    aims: ['culture', 'composure', 'communication'],
    description: 'Студенттер өлең оқиды, көпшілік алдында сөйлеуді үйренеді.',
  },
  {
    kind: 'psychology',
    title: 'Чемпионат алдындағы толқу: өзін ұстау жаттығулары',
    series: 'Психолог сағаты',
    daysFromToday: -95,
    startTime: '14:30',
    place: '204-кабинет',
    organiser: 'Колледж психологы',
    aims: ['composure', 'health'],
    description: 'Тыныс алу, назар жинау, уақыт қысымында жұмыс істеу.',
  },
  {
    kind: 'sport',
    title: 'Топтар арасындағы волейбол',
    series: 'Спартакиада',
    daysFromToday: -75,
    startTime: '16:30',
    place: 'Спорт залы',
    organiser: 'Дене тәрбиесі оқытушылары',
    aims: ['teamwork', 'health'],
    description: '',
  },
  {
    kind: 'language',
    title: 'Ағылшын тіліндегі кәсіби сөздер',
    series: 'Тіл клубы',
    daysFromToday: -60,
    startTime: '15:30',
    place: '112-кабинет',
    organiser: 'Тіл клубы',
    aims: ['languages', 'communication'],
    description: 'Конкурстық тапсырмадағы сөздер, өз жұмысын ағылшынша түсіндіру.',
  },
  {
    kind: 'first_aid',
    title: 'Шеберханадағы алғашқы көмек',
    series: '',
    daysFromToday: -45,
    startTime: '10:00',
    place: 'Дәнекерлеу шеберханасы',
    organiser: 'Медициналық бөлім',
    aims: ['health', 'composure', 'teamwork'],
    description: 'Күйік, кесілу, ток соғу кезінде не істеу керек.',
  },
  {
    kind: 'graduate',
    title: 'Түлекпен кездесу: облыстық чемпионаттан өндіріске дейін',
    series: 'Түлек сағаты',
    daysFromToday: -20,
    startTime: '14:00',
    place: 'Мәжіліс залы',
    organiser: 'Оқу бөлімі',
    aims: ['communication', 'composure'],
    description: '',
  },
  {
    ...library,
    kind: 'reading',
    title: 'Шыңғыс Айтматов: «Ақ кеме»',
    series: 'Бір кітап – бір колледж',
    daysFromToday: 9,
    startTime: '15:00',
    aims: ['communication', 'culture'],
    description: 'Повесті оқып келіңіз: адам мен табиғат туралы сөйлесеміз.',
  },
  {
    kind: 'volunteering',
    title: 'Колледж бағын көгалдандыру',
    series: '',
    daysFromToday: 16,
    startTime: '11:00',
    place: 'Колледж бағы',
    organiser: 'Еріктілер тобы',
    aims: ['teamwork', 'health'],
    description: '',
  },
];
