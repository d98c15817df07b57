import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ProgressChart } from '#shared/contract/progress.ts';
import { lineAt } from '#shared/domain/progress/lineAt.ts';
import type { PeriodBounds } from '#shared/domain/progress/period.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import type { ChartTable } from '../../../charts/ChartFrame.tsx';
import type { ChartSeries } from '../../../charts/chartSeries.ts';
import { TimeSeriesChart } from '../../../charts/TimeSeriesChart.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { marksText } from '../squadSeries.ts';

interface ProgressChartCardProps {
  /** Whose chart it is. */
  subject: string;
  title: string;
  sentence: string;
  chart: ProgressChart;
  series: readonly ChartSeries[];
  bounds: PeriodBounds;
  /** Names of students by id; null: the chart is of one student. */
  names: ReadonlyMap<string, string> | null;
}

function useTable({ chart, names }: Pick<ProgressChartCardProps, 'chart' | 'names'>): ChartTable {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    columns: [
      { header: t('progress:column.date') },
      ...(names === null ? [] : [{ header: t('progress:column.student') }]),
      { header: t('progress:column.result'), align: 'end' },
      { header: t('progress:column.line'), align: 'end' },
      { header: t('progress:column.marks'), align: 'end' },
      { header: t('progress:column.scheme') },
    ],
    rows: chart.points.map((point) => {
      const line = lineAt(chart.trend, point.date);
      return {
        key: point.attemptId,
        cells: [
          format.day(point.date),
          ...(names === null ? [] : [names.get(point.studentId) ?? '']),
          format.percent(point.percent),
          line === null ? '–' : format.percent(line),
          marksText({ t, format }, point),
          point.schemeTitle,
        ],
      };
    }),
  };
}

/** Results over time with the sentence that says what is seen; a point leads to its session. */
export function ProgressChartCard(props: ProgressChartCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const { title, chart, series, bounds, names } = props;
  const table = useTable({ chart, names });
  const openPoint = (attemptId: string): void => {
    const point = chart.points.find((candidate) => candidate.attemptId === attemptId);
    if (point) navigate(`/training/${point.sessionId}`);
  };
  const reduced =
    chart.totalPoints > chart.points.length
      ? t('progress:squad.reduced', {
          count: chart.totalPoints,
          shown: format.number(chart.points.length),
        })
      : '';
  return (
    <ChartFrame
      subject={props.subject}
      title={title}
      sentence={[props.sentence, reduced].join(' ').trim()}
      table={table}
    >
      <TimeSeriesChart
        label={`${title}. ${t('progress:student.openHint')}`}
        series={series}
        target={chart.targetPercent}
        period={bounds}
        onOpenPoint={openPoint}
      />
    </ChartFrame>
  );
}
