import type { TFunction } from 'i18next';
import type { InsightPoint, LoadPoint } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { ChartPoint, ChartSeries } from '../../charts/chartSeries.ts';
import type { ScatterPoint } from '../../charts/ScatterChart.tsx';
import type { Format } from '../../i18n/format.ts';

type Insight = RouteOutput<'insight.student'>;

interface Words {
  t: TFunction;
  format: Format;
}

function detailsOf({ t, format }: Words, point: InsightPoint): string[] {
  return [
    point.schemeTitle,
    t('insight:chart.rawValue', { value: format.percent(point.percent) }),
    point.durationMinutes === null ? '' : t('insight:minutes', { count: point.durationMinutes }),
  ].filter((part) => part !== '');
}

const valueOf = (point: InsightPoint, isRaw: boolean): number =>
  isRaw ? point.percent : point.adjustedPercent;

/** Results, and the way on to the day of the forecast with its interval. */
export function forecastSeries(
  words: Words,
  insight: Insight,
  { isRaw, from }: { isRaw: boolean; from: string | undefined },
): ChartSeries[] {
  const { t, format } = words;
  const shown = insight.points.filter((point) => from === undefined || point.date >= from);
  const results: ChartSeries = {
    id: 'results',
    label: t(isRaw ? 'insight:chart.raw' : 'insight:chart.adjusted'),
    points: shown.map((point) => ({
      id: point.attemptId,
      date: point.date,
      value: valueOf(point, isRaw),
      details: detailsOf(words, point),
    })),
    line: [],
  };
  const { forecast } = insight;
  const first = forecast.kind === 'forecast' ? forecast.line[0] : undefined;
  if (forecast.kind === 'refused' || !first) return [results];
  const end: ChartPoint = {
    id: 'forecast',
    date: forecast.day,
    value: forecast.value,
    details: [
      t('insight:chart.interval', {
        low: format.percent(forecast.low, 0),
        high: format.percent(forecast.high, 0),
      }),
    ],
  };
  return [
    results,
    {
      id: 'forecast',
      label: t('insight:chart.forecast'),
      points: [end],
      line: forecast.line.map(({ date, percent }) => ({ date, value: percent })),
      band: [
        { date: first.date, low: first.percent, high: first.percent },
        { date: forecast.day, low: forecast.low, high: forecast.high },
      ],
    },
  ];
}

/** Points of a line that can be read one by one. */
const MOST_READ = 40;

/** Load of six weeks and of a week, what is left between them, and the part that internships have, if any. */
export function loadSeries({ t, format }: Words, load: readonly LoadPoint[]): ChartSeries[] {
  const step = Math.max(1, Math.ceil(load.length / MOST_READ));
  const read = load.filter((_, index) => (load.length - 1 - index) % step === 0);
  const minutes = (value: number): string => format.number(value);
  const hasInternship = load.some((point) => point.internship > 0);
  const series: ChartSeries[] = [
    {
      id: 'chronic',
      label: t('insight:chart.chronic'),
      points: read.map((point) => ({
        id: point.date,
        date: point.date,
        value: point.chronic,
        details: [
          t('insight:chart.acuteValue', { value: minutes(point.acute) }),
          t('insight:chart.freshnessValue', { value: minutes(point.freshness) }),
          ...(hasInternship
            ? [t('insight:chart.internshipValue', { value: minutes(point.internship) })]
            : []),
        ],
      })),
      line: load.map((point) => ({ date: point.date, value: point.chronic })),
    },
    {
      id: 'acute',
      label: t('insight:chart.acute'),
      points: [],
      line: load.map((point) => ({ date: point.date, value: point.acute })),
    },
    {
      id: 'freshness',
      label: t('insight:chart.freshness'),
      points: [],
      line: load.map((point) => ({ date: point.date, value: point.freshness })),
    },
  ];
  if (!hasInternship) return series;
  return [
    ...series,
    {
      id: 'internship',
      label: t('insight:chart.internship'),
      points: [],
      line: load.map((point) => ({ date: point.date, value: point.internship })),
    },
  ];
}

/** Timed attempts: pace against the squad across, result upwards; whole schemes apart from parts. */
export function paceSeries(
  words: Words,
  insight: Insight,
  { isRaw, from }: { isRaw: boolean; from: string | undefined },
): { id: string; label: string; points: ScatterPoint[] }[] {
  const timed = insight.points.filter(
    (point) => point.pacePercent !== null && (from === undefined || point.date >= from),
  );
  const pointsOf = (isWhole: boolean): ScatterPoint[] =>
    timed
      .filter((point) => point.isWholeScheme === isWhole)
      .map((point) => ({
        id: point.attemptId,
        date: point.date,
        value: valueOf(point, isRaw),
        across: point.pacePercent ?? 0,
        details: detailsOf(words, point),
      }));
  return [
    { id: 'whole', label: words.t('insight:chart.whole'), points: pointsOf(true) },
    { id: 'parts', label: words.t('insight:chart.parts'), points: pointsOf(false) },
  ].filter((one) => one.points.length > 0);
}
