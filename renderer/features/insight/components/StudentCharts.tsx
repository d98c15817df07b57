import { SegmentedControl, Switch } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import type { ChartTable } from '../../../charts/ChartFrame.tsx';
import { ScatterChart } from '../../../charts/ScatterChart.tsx';
import { SharedCursor } from '../../../charts/SharedCursor.tsx';
import { TimeSeriesChart } from '../../../charts/TimeSeriesChart.tsx';
import { axisAround } from '../../../charts/valueAxis.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { Card } from '../../../ui/Page.tsx';
import { firstDay, monthChoices, useInsightStore } from '../insight.store.ts';
import { forecastWords } from '../insightSentences.ts';
import { isLoadKnown } from '../isLoadKnown.ts';
import { forecastSeries, loadSeries, paceSeries } from '../studentSeries.ts';
import styles from './Insight.module.css';

type Insight = RouteOutput<'insight.student'>;

interface ChartProps {
  subject: string;
  insight: Insight;
}

/** Which months, and whether results are adjusted; for all charts of the page. */
export function ChartTools(): ReactNode {
  const { t } = useTranslation();
  const { months, isRaw, setMonths, setRaw } = useInsightStore();
  return (
    <div className={styles['tools']}>
      <SegmentedControl
        size="xs"
        aria-label={t('insight:chart.range')}
        value={String(months)}
        onChange={(value) => setMonths(Number(value))}
        data={monthChoices.map((count) => ({
          value: String(count),
          label: count === 0 ? t('insight:chart.all') : t('insight:chart.months', { count }),
        }))}
      />
      <Switch
        label={t('insight:attempts.raw')}
        checked={isRaw}
        onChange={(event) => setRaw(event.currentTarget.checked)}
      />
    </div>
  );
}

/** A card in the place of a chart that has too few points to say anything. */
function TooLittle({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <Card title={title}>
      <p className={styles['soft']}>{text}</p>
    </Card>
  );
}

function useOpenAttempt(insight: Insight): (id: string) => void {
  const [, navigate] = useLocation();
  return (id) => {
    const point = insight.points.find((one) => one.attemptId === id);
    if (point) navigate(`/training/${point.sessionId}`);
  };
}

function useFilter(): { isRaw: boolean; from: string | undefined } {
  const { months, isRaw } = useInsightStore();
  const today = useToday();
  return useMemo(() => ({ isRaw, from: firstDay(months, today) }), [isRaw, months, today]);
}

function ForecastChart({ subject, insight }: ChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const filter = useFilter();
  const open = useOpenAttempt(insight);
  const series = useMemo(() => forecastSeries({ t, format }, insight, filter), [t, format, insight, filter]);
  const title = t('insight:forecast.title');
  const points = series[0]?.points ?? [];
  if (points.length === 0) return <TooLittle title={title} text={t('insight:chart.noAttempts')} />;
  const table: ChartTable = {
    columns: [
      { header: t('insight:attempts.day') },
      { header: t('insight:attempts.percent'), align: 'end' },
      { header: t('insight:chart.details') },
    ],
    rows: series
      .flatMap((one) => one.points)
      .map((point) => ({
        key: point.id,
        cells: [format.day(point.date), format.percent(point.value), point.details.join('; ')],
      })),
  };
  return (
    <ChartFrame
      subject={subject}
      title={title}
      sentence={forecastWords({ t, language }, insight.forecast).join(' ')}
      table={table}
    >
      <TimeSeriesChart
        label={title}
        series={series}
        target={insight.targetPercent}
        period={{ from: filter.from }}
        onOpenPoint={open}
      />
    </ChartFrame>
  );
}

function LoadChart({ subject, insight }: ChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { from } = useFilter();
  const load = useMemo(
    () => insight.load.filter((point) => from === undefined || point.date >= from),
    [insight.load, from],
  );
  const series = useMemo(() => loadSeries({ t, format }, load), [t, format, load]);
  const title = t('insight:load.title');
  const latest = load.at(-1);
  if (latest === undefined || load.length < 2 || !isLoadKnown(insight))
    return <TooLittle title={title} text={t('insight:load.tooFew')} />;
  const state = latest.freshness > 5 ? 'rested' : latest.freshness < -15 ? 'tired' : 'steady';
  const axis = axisAround(
    load.flatMap((point) => [point.chronic, point.acute, point.freshness]),
    (value) => keepTogether(t('insight:minutesShort', { value: format.number(value) })),
  );
  const table: ChartTable = {
    columns: [
      { header: t('insight:attempts.day') },
      { header: t('insight:chart.chronic'), align: 'end' },
      { header: t('insight:chart.acute'), align: 'end' },
      { header: t('insight:chart.freshness'), align: 'end' },
      { header: t('insight:chart.internship'), align: 'end' },
    ],
    rows: load.map((point) => ({
      key: point.date,
      cells: [
        format.day(point.date),
        format.number(point.chronic),
        format.number(point.acute),
        format.number(point.freshness),
        format.number(point.internship),
      ],
    })),
  };
  return (
    <ChartFrame
      subject={subject}
      title={title}
      sentence={t(`insight:load.${state}`, {
        acute: format.number(latest.acute),
        chronic: format.number(latest.chronic),
      })}
      table={table}
    >
      <TimeSeriesChart
        label={title}
        series={series}
        target={null}
        axis={axis}
        period={{ from }}
        height={260}
      />
    </ChartFrame>
  );
}

const LEAST_TIMED = 3;

function PaceChart({ subject, insight }: ChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = useFilter();
  const open = useOpenAttempt(insight);
  const series = useMemo(() => paceSeries({ t, format }, insight, filter), [t, format, insight, filter]);
  const points = series.flatMap((one) => one.points);
  const title = t('insight:pace.title');
  if (points.length < LEAST_TIMED) return <TooLittle title={title} text={t('insight:pace.tooFew')} />;
  const meanPace = points.reduce((sum, point) => sum + point.across, 0) / points.length;
  const difference = format.percent(Math.abs(meanPace - 100), 0);
  const sentence =
    Math.abs(meanPace - 100) < 3
      ? t('insight:pace.same')
      : t(meanPace < 100 ? 'insight:pace.quicker' : 'insight:pace.slower', { difference });
  const axis = axisAround(
    points.map((point) => point.across),
    (value) => format.percent(value, 0),
    USUAL_PACE,
  );
  return (
    <ChartFrame
      subject={subject}
      title={title}
      sentence={sentence}
      table={{
        columns: [
          { header: t('insight:attempts.day') },
          { header: t('insight:pace.across'), align: 'end' },
          { header: t('insight:attempts.percent'), align: 'end' },
        ],
        rows: points.map((point) => ({
          key: point.id,
          cells: [format.day(point.date), format.percent(point.across, 0), format.percent(point.value)],
        })),
      }}
    >
      <ScatterChart
        label={title}
        series={series}
        across={{ ...axis, title: t('insight:pace.across') }}
        onOpenPoint={open}
      />
    </ChartFrame>
  );
}

/** A figure on an axis stays on one line, and its minus is as wide as a digit. */
const keepTogether = (text: string): string => text.replace('-', '−').replaceAll(' ', '\u00a0');

/** Percent of the squad's mean time. */
const USUAL_PACE = 100;

/** Results with their forecast, load, and speed against accuracy; what is read in one is marked in the others. */
export function StudentCharts(props: ChartProps): ReactNode {
  return (
    <SharedCursor>
      <ForecastChart {...props} />
      <LoadChart {...props} />
      <PaceChart {...props} />
    </SharedCursor>
  );
}
