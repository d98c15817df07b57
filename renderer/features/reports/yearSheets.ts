import type { RouteInput, RouteOutput } from '#shared/contract/registry.ts';
import type { PrintWords } from '../../i18n/usePrintWords.ts';

/** What the paper and the workbook of a year are made from. */
export interface YearModel {
  year: RouteOutput<'reports.year'>;
  span: { from: string; to: string };
  college: string;
  words: PrintWords;
  competencyName: (id: string) => string;
}

/** A table of the report: the first row is its head. */
export interface YearTable {
  key: 'summary' | 'competencies' | 'months' | 'championships' | 'base' | 'partners' | 'events';
  rows: (string | number)[][];
}

const hours = (minutes: number): number => Math.round(minutes / 60);
const percent = (value: number | null): number | string =>
  value === null ? '–' : Math.round(value * 10) / 10;

function summaryRows({ year, words: { t } }: YearModel): YearTable['rows'] {
  const { people, base, partners, events, competencies } = year;
  const total = (pick: (one: (typeof competencies)[number]) => number): number =>
    competencies.reduce((sum, one) => sum + pick(one), 0);
  const rows: [string, number][] = [
    ['students', people.students],
    ['candidates', people.candidates],
    ['experts', people.experts],
    ['competencies', competencies.filter((one) => one.candidateCount > 0).length],
    ['sessions', total((one) => one.sessionCount)],
    ['sessionHours', hours(total((one) => one.sessionMinutes))],
    ['studentHours', hours(total((one) => one.studentMinutes))],
    ['attempts', total((one) => one.attemptCount)],
    ['workshops', base.workshopCount],
    ['places', base.placeCount],
    ['items', base.itemCount],
    ['brokenItems', base.brokenCount],
    ['lentItems', base.lentCount],
    ['partners', partners.activeCount],
    ['agreements', partners.agreementCount],
    ['signed', partners.signedCount],
    ['visitsIn', partners.visitsIn],
    ['visitsOut', partners.visitsOut],
    ['internships', partners.figures.internshipCount],
    ['internshipHours', hours(partners.figures.internshipMinutes)],
    ['mentors', partners.figures.mentorCount],
    ['judges', partners.figures.judgeCount],
    ['helpTenge', partners.figures.valueTenge],
    ['events', events.heldCount],
    ['presences', events.presenceCount],
    ['reached', events.reachedCount],
  ];
  return [
    [t('reports:head.figure'), t('reports:head.value')],
    ...rows.map(([key, value]) => [t(`reports:figure.${key}`), value]),
  ];
}

function competencyRows({ year, words: { t }, competencyName }: YearModel): YearTable['rows'] {
  return [
    [
      t('reports:head.competency'),
      t('reports:head.candidates'),
      t('reports:head.sessions'),
      t('reports:head.hours'),
      t('reports:head.studentHours'),
      t('reports:head.attempts'),
      t('reports:head.mean'),
      t('reports:head.best'),
    ],
    ...year.competencies.map((one) => [
      competencyName(one.competencyId),
      one.candidateCount,
      one.sessionCount,
      hours(one.sessionMinutes),
      hours(one.studentMinutes),
      one.attemptCount,
      percent(one.meanPercent),
      percent(one.bestPercent),
    ]),
  ];
}

function monthRows({ year, words: { t, format } }: YearModel): YearTable['rows'] {
  return [
    [t('reports:head.month'), t('reports:head.hours'), t('reports:head.events'), t('reports:head.visits')],
    ...year.months.map((one) => [
      format.month(one.month),
      hours(one.sessionMinutes),
      one.eventCount,
      one.visitCount,
    ]),
  ];
}

function championshipRows({ year, words: { t, format } }: YearModel): YearTable['rows'] {
  return [
    [
      t('reports:head.championship'),
      t('reports:head.stage'),
      t('reports:head.date'),
      t('reports:head.place'),
      t('reports:head.competencies'),
    ],
    ...year.championships.map((one) => [
      one.name,
      t(`reports:stage.${one.stage}`),
      format.day(one.date),
      one.place,
      one.competencyCount,
    ]),
  ];
}

function baseRows({ year, words: { t }, competencyName }: YearModel): YearTable['rows'] {
  return [
    [
      t('reports:head.competency'),
      t('reports:head.needed'),
      t('reports:head.complete'),
      t('reports:head.missing'),
      t('reports:head.broken'),
      t('reports:head.ready'),
      t('reports:head.cost'),
    ],
    ...year.base.readiness.map((one) => [
      competencyName(one.competencyId),
      one.items,
      one.complete,
      one.missing,
      one.broken,
      percent(one.readinessHundredths === null ? null : one.readinessHundredths / 100),
      Math.round(one.costTiyn / 100),
    ]),
  ];
}

function partnerRows({ year, words: { t } }: YearModel): YearTable['rows'] {
  const quantity = (
    figures: YearModel['year']['partners']['figures'],
    kind: (typeof figures.kinds)[number]['kind'],
  ): number => figures.kinds.find((one) => one.kind === kind)?.quantity ?? 0;
  return [
    [
      t('reports:head.partner'),
      t('reports:head.people'),
      t('reports:head.internships'),
      t('reports:head.equipment'),
      t('reports:head.practicePlaces'),
      t('reports:head.prizes'),
      t('reports:head.tenge'),
    ],
    ...year.partners.named.map(({ name, figures }) => [
      name,
      Math.max(figures.mentorCount, figures.judgeCount),
      figures.internshipCount,
      quantity(figures, 'equipment'),
      quantity(figures, 'practice_places'),
      quantity(figures, 'prizes'),
      figures.valueTenge,
    ]),
  ];
}

function eventRows({ year, words: { t } }: YearModel): YearTable['rows'] {
  return [
    [t('reports:head.kind'), t('reports:head.held'), t('reports:head.presences')],
    ...year.events.kinds.map((one) => [t(`reports:kind.${one.kind}`), one.count, one.presenceCount]),
  ];
}

/** The tables of the report in the order of the paper; one with nothing under its head is left out. */
export function yearTables(model: YearModel): YearTable[] {
  const tables: YearTable[] = [
    { key: 'summary', rows: summaryRows(model) },
    { key: 'competencies', rows: competencyRows(model) },
    { key: 'months', rows: monthRows(model) },
    { key: 'championships', rows: championshipRows(model) },
    { key: 'base', rows: baseRows(model) },
    { key: 'partners', rows: partnerRows(model) },
    { key: 'events', rows: eventRows(model) },
  ];
  return tables.filter(({ rows }) => rows.length > 1);
}

/** The same tables as sheets of a workbook. */
export function yearSheets(model: YearModel): RouteInput<'reports.writeWorkbook'>['sheets'] {
  const { t, format } = model.words;
  const span = `${format.day(model.span.from)} – ${format.day(model.span.to)}`;
  return yearTables(model).map(({ key, rows }) => ({
    name: t(`reports:sheet.${key}`).slice(0, 31),
    title: [t(`reports:section.${key}`), model.college, span]
      .filter((part) => part !== '')
      .join(' · ')
      .slice(0, 200),
    rows,
  }));
}
