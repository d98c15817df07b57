import type { TFunction } from 'i18next';
import type { ProgressPoint, TrendPoint } from '#shared/contract/progress.ts';
import type { ChartPoint, ChartSeries, DatedValue } from '../../charts/chartSeries.ts';
import type { Format } from '../../i18n/format.ts';
import type { SquadProgress, StudentProgress } from './progress.queries.ts';

/** What the words of points are made with. */
export interface PointWords {
  t: TFunction;
  format: Format;
  /** Names of students by id. */
  names: ReadonlyMap<string, string>;
}

const toLine = (trend: readonly TrendPoint[]): DatedValue[] =>
  trend.map(({ date, percent }) => ({ date, value: percent }));

/** `34,5 / 45` */
export function marksText({ t, format }: Pick<PointWords, 't' | 'format'>, point: ProgressPoint): string {
  return t('progress:student.outOf', {
    mark: format.shortHundredths(point.markHundredths),
    max: format.shortHundredths(point.markedMaxHundredths),
  });
}

/** Points of a chart, with what their tooltips say. */
export function toChartPoints(words: PointWords, points: readonly ProgressPoint[]): ChartPoint[] {
  const { t, format, names } = words;
  return points.map((point) => ({
    id: point.attemptId,
    date: point.date,
    value: point.percent,
    details: [
      ...[names.get(point.studentId) ?? ''].filter((name) => name !== ''),
      point.schemeTitle,
      t('progress:profile.marks', {
        mark: format.shortHundredths(point.markHundredths),
        max: format.shortHundredths(point.markedMaxHundredths),
      }),
      ...(point.durationMinutes === null
        ? []
        : [t('progress:student.minutes', { value: format.number(point.durationMinutes) })]),
    ],
  }));
}

/** The squad, and before it the students that are compared; their points stand out from those of the others. */
export function toSquadSeries(
  words: PointWords,
  squad: SquadProgress,
  compared: ReadonlyMap<string, StudentProgress>,
): ChartSeries[] {
  const { t, names } = words;
  const others = squad.points.filter((point) => !compared.has(point.studentId));
  return [
    {
      id: 'squad',
      label: t('progress:squad.points'),
      lineLabel: t('progress:squad.line'),
      points: toChartPoints(words, others),
      line: toLine(squad.trend),
      isQuiet: compared.size > 0,
    },
    ...[...compared].map(([studentId, progress]) => ({
      id: studentId,
      label: names.get(studentId) ?? '',
      points: toChartPoints(words, progress.points),
      line: toLine(progress.trend),
    })),
  ];
}

/** One student's attempts and line. */
export function toStudentSeries(words: PointWords, progress: StudentProgress): ChartSeries[] {
  return [
    {
      id: 'student',
      label: words.t('progress:student.points'),
      lineLabel: words.t('progress:student.line'),
      points: toChartPoints(words, progress.points),
      line: toLine(progress.trend),
    },
  ];
}
