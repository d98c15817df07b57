/** What the sample college has for one competency: the speciality it teaches, its workshop and the firm it works with. */
export interface SampleTrade {
  competencyNumber: string;
  /** As in the classifier of specialities of Kazakhstan. */
  speciality: string;
  groupPrefix: string;
  workshop: string;
  partner: string;
  /** Share of women among its students. */
  femaleShare: number;
}

/** The trades of the sample college, in the order of its marking schemes. The college and its partners are invented. */
export const sampleTrades: readonly SampleTrade[] = [
  {
    competencyNumber: '10',
    speciality: 'Дәнекерлеу ісі (түрлері бойынша)',
    groupPrefix: 'ДІ',
    workshop: 'Дәнекерлеу шеберханасы',
    partner: '«Самалтау Металл» ЖШС',
    femaleShare: 0.08,
  },
  {
    competencyNumber: '17',
    speciality: 'Бағдарламалық қамтамасыз ету (түрлері бойынша)',
    groupPrefix: 'БҚ',
    workshop: 'Веб-технологиялар зертханасы',
    partner: '«Самалтау Софт» ЖШС',
    femaleShare: 0.4,
  },
  {
    competencyNumber: '18',
    speciality: 'Электр жабдықтары (түрлері мен салалары бойынша)',
    groupPrefix: 'ЭМ',
    workshop: 'Электромонтаждау шеберханасы',
    partner: '«Самалтау Электр» ЖШС',
    femaleShare: 0.1,
  },
  {
    competencyNumber: '20',
    speciality: 'Ғимараттар мен құрылыстарды салу және пайдалану',
    groupPrefix: 'ҚС',
    workshop: 'Кірпіш қалау шеберханасы',
    partner: '«Самалтау Құрылыс» ЖШС',
    femaleShare: 0.06,
  },
  {
    competencyNumber: '29',
    speciality: 'Шаштараз өнері',
    groupPrefix: 'ШӨ',
    workshop: 'Шаштараз шеберханасы',
    partner: '«Самалтау» сән салоны',
    femaleShare: 0.85,
  },
  {
    competencyNumber: '34',
    speciality: 'Тамақтандыруды ұйымдастыру',
    groupPrefix: 'ТҰ',
    workshop: 'Аспаздық шеберханасы',
    partner: '«Самалтау» мейрамханасы',
    femaleShare: 0.7,
  },
];
