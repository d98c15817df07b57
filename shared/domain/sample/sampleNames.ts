import type { Random } from './random.ts';

export type Sex = 'female' | 'male';

/** A made-up full name; the patronymic is '' where the person has none. */
export interface PersonName {
  surname: string;
  givenName: string;
  patronymic: string;
}

/** Names that go together, as people of one background bear them. */
interface NamePool {
  /** Surnames of men; `getFemaleSurname` makes those of women. */
  surnames: readonly string[];
  given: Readonly<Record<Sex, readonly string[]>>;
  /** Fathers' names that take -ұлы and -қызы. */
  kazakhFathers: readonly string[];
  /** Fathers' names that take -ович and -овна by adding the ending alone. */
  russianFathers: readonly string[];
}

const kazakh: NamePool = {
  surnames: splitWords(`
    Әбдірахманов Әлімбетов Әшірбеков Байжанов Батырбеков Бекмұратов Бердібеков Досжанов Елубаев Ергешов
    Жүсіпов Исабеков Қалдыбеков Қожахметов Қуанышев Қыдырәлиев Мәдиев Момынов Мырзахметов Нұрмаханов
    Нысанбаев Оразбаев Өтегенов Пірәлиев Рахымбердиев Сапарбаев Сейітқалиев Смайылов Тәжібаев Төлегенов
    Тұрсынов Ұзақбаев Үсенов Шәріпов Ыбырайымов Алтынбеков Бейсенов Дәулетов Көшербаев Сүлейменов
    Серікбай Жолдасбек Еркінбек Мұсабек Орынбасар Сәрсенбай Әуезхан Қалмұрат Тоқтасын Шаймерден
  `),
  given: {
    male: splitWords(`
      Әлихан Нұрсұлтан Ерасыл Бекзат Айбек Мирас Санжар Арсен Диас Рамазан Олжас Бауыржан Жандос Мадияр
      Нұржан Ернұр Абылай Темірлан Дәурен Асылхан Шыңғыс Бағдат Еркебұлан Қайсар Әділет Сұңғат Ислам
      Дінмұхаммед Мұхтар Ғани Өмірзақ Төреғали
    `),
    female: splitWords(`
      Аружан Айзере Назерке Аяулым Әсел Томирис Жансая Гүлназ Ақбота Меруерт Інжу Нұрай Айгерім Балнұр
      Сымбат Мөлдір Перизат Ұлжан Дильназ Көркем Шұғыла Үміт Еңлік Камила Диана Сезім Ғазиза Фариза
      Айша Қарлығаш Жібек Гауһар
    `),
  },
  kazakhFathers: splitWords(`
    Серік Нұрлан Қайрат Болат Ерлан Бақыт Мұрат Асқар Жеңіс Талғат Ғалымжан Әлімжан Самат Еркін Дәулет
    Сәкен Мейрамбек Қуаныш Нұрбол Абай Өмірбек Бейбіт Ғабит Жұмабек Тұрар Әскер Қанат Мақсат
  `),
  russianFathers: splitWords('Болат Ерлан Самат Марат Арман Руслан Айдар Даурен Талгат Азамат'),
};

const russian: NamePool = {
  surnames: splitWords(`
    Соколов Кузнецов Морозов Романов Попов Волков Захаров Тимофеев Орлов Васильев Никитин Петренко Шевченко
    Ким Цой Пак
  `),
  given: {
    male: splitWords('Артём Данил Максим Кирилл Никита Владислав Егор Роман Тимур Илья'),
    female: splitWords('Виктория Анастасия Дарья Полина Алина Екатерина Милана София Валерия Ксения'),
  },
  kazakhFathers: [],
  russianFathers: splitWords('Александр Владимир Виктор Роман Олег Максим Вячеслав Константин Руслан Артур'),
};

const uzbek: NamePool = {
  surnames: splitWords(
    'Юлдашев Хамраев Ташметов Мирзаев Рахимов Каримов Абдуллаев Турсунов Исмаилов Ахмедов',
  ),
  given: {
    male: splitWords('Жасур Шерзод Дилшод Акмал Отабек Бобур Сардор Умид Азиз Фаррух'),
    female: splitWords('Дилноза Малика Нигора Шахноза Гулноза Мадина Севара Зарина Камола Нилуфар'),
  },
  kazakhFathers: [],
  russianFathers: splitWords('Рустам Бахтиёр Анвар Улугбек Шухрат Равшан Алишер Фархад Абдувахид Икром'),
};

/** Roughly the mix of a college in the south of Kazakhstan. */
const pools: readonly (readonly [NamePool, number])[] = [
  [kazakh, 80],
  [uzbek, 13],
  [russian, 7],
];

/** A believable name for the south of Kazakhstan: mostly Kazakh, with Uzbek, Russian and Korean families among them. */
export function pickName(random: Random, sex: Sex): PersonName {
  const pool = random.weighted(pools);
  const surname = random.pick(pool.surnames);
  return {
    surname: sex === 'female' ? getFemaleSurname(surname) : surname,
    givenName: random.pick(pool.given[sex]),
    patronymic: random.chance(0.04) ? '' : pickPatronymic(random, pool, sex),
  };
}

/** Surnames on -ов, -ев and -ин take -а; the others are the same for both. */
export function getFemaleSurname(surname: string): string {
  return /(?:[оеё]в|ин)$/u.test(surname) ? `${surname}а` : surname;
}

function pickPatronymic(random: Random, pool: NamePool, sex: Sex): string {
  if (pool.kazakhFathers.length > 0 && random.chance(0.75)) {
    return random.pick(pool.kazakhFathers) + (sex === 'female' ? 'қызы' : 'ұлы');
  }
  return random.pick(pool.russianFathers) + (sex === 'female' ? 'овна' : 'ович');
}

function splitWords(text: string): string[] {
  return text.trim().split(/\s+/u);
}
