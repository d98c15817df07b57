import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { useFormat } from '../i18n/useLanguage.ts';
import { useChartCursor } from './chartCursor.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { orderPoints, styleSeries } from './chartSeries.ts';
import type { ChartSeries, ReadablePoint, StyledSeries } from './chartSeries.ts';
import styles from './Charts.module.css';
import { ChartTooltip } from './ChartTooltip.tsx';
import { legendOf } from './legendItems.ts';
import { PointMarks, ReadingMark } from './PointLayers.tsx';
import { ReadableFigure } from './ReadableFigure.tsx';
import type { Place } from './reading.ts';
import { targetStyle } from './seriesStyle.ts';
import { chooseTimeTicks, spanOf } from './timeTicks.ts';
import { TimeTickLabel } from './TimeTickLabel.tsx';
import { usePlotWidth } from './usePlotWidth.ts';
import { useReading } from './useReading.ts';
import type { ValueAxis } from './valueAxis.ts';

/** Days that an axis has to span, `YYYY-MM-DD`. */
interface AxisPeriod {
  from?: string | undefined;
  to?: string | undefined;
}

interface TimeSeriesChartProps {
  /** What the chart shows, in a few words, for screen readers. */
  label: string;
  /** Kept stable by the caller (`useMemo`): the points are laid out again when it changes. */
  series: readonly ChartSeries[];
  /** Percent that is worked towards; null when none is set. */
  target: number | null;
  /** Without it the axis spans what the points need. */
  period?: AxisPeriod;
  /** What is measured; percent 0…100 when not given. */
  axis?: ValueAxis;
  /** Pixels; without it in proportion to the width. */
  height?: number;
  /** Enter on a point, and a click on it. */
  onOpenPoint?: (id: string) => void;
}

const MARGIN = { top: 10, right: 20, bottom: 8, left: 0 };
const PERCENT_AXIS_WIDTH = 56;
const PERCENT_TICKS = [0, 20, 40, 60, 80, 100] as const;
const PIXELS_PER_LABEL = 70;

/** Wide enough to see slopes, low enough to leave room for what comes after. */
const heightFor = (width: number): number => Math.round(Math.min(420, Math.max(300, width * 0.27)));

const toDay = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : toDayNumber(date);

interface PlottedLine extends StyledSeries {
  data: { day: number; value: number }[];
  bandData: { day: number; range: [number, number] }[];
}

const plotLines = (series: readonly StyledSeries[]): PlottedLine[] =>
  series.map((one) => ({
    ...one,
    data: one.line.map(({ date, value }) => ({ day: toDayNumber(date), value })),
    bandData: (one.band ?? []).map(({ date, low, high }) => ({ day: toDayNumber(date), range: [low, high] })),
  }));

interface PlotProps {
  size: { width: number; height: number };
  series: readonly StyledSeries[];
  points: readonly ReadablePoint[];
  target: number | null;
  period: AxisPeriod;
  axis: ValueAxis;
  /** Day that a chart beside this one looks at; null: none. */
  cursorDay: number | null;
  children: ReactNode;
}

/** Axes, lines and points; what is read now comes as its children. */
function TimePlot(props: PlotProps): ReactNode {
  const { size, series, points, target, period, axis, cursorDay, children } = props;
  const format = useFormat();
  const lines = useMemo(() => plotLines(series), [series]);
  const days = [...points, ...lines.flatMap(({ data, bandData }) => [...data, ...bandData])].map(
    ({ day }) => day,
  );
  const span = spanOf(days, { from: toDay(period.from), to: toDay(period.to) });
  const room = Math.floor((size.width - PERCENT_AXIS_WIDTH - MARGIN.right) / PIXELS_PER_LABEL);
  const ticks = chooseTimeTicks(span.from, span.to, room);
  return (
    <ComposedChart {...size} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--shyng-chart-grid)" />
      <XAxis
        type="number"
        dataKey="day"
        domain={[span.from, span.to]}
        ticks={ticks.map(({ day }) => day)}
        interval={0}
        tick={({ x, y, payload }) => (
          <TimeTickLabel x={x} y={y} payload={payload} ticks={ticks} format={format} />
        )}
        stroke="var(--shyng-line-strong)"
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={[axis.from, axis.to]}
        ticks={axis.ticks}
        interval={0}
        width={PERCENT_AXIS_WIDTH}
        tickFormatter={axis.format}
        tick={{ className: styles['tick'] ?? '' }}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
      />
      {target === null ? null : (
        <ReferenceLine
          y={target}
          stroke={targetStyle.color}
          strokeWidth={2}
          strokeDasharray={targetStyle.dash}
        />
      )}
      {cursorDay === null ? null : (
        <ReferenceLine x={cursorDay} stroke="var(--shyng-text-soft)" strokeDasharray="2 3" />
      )}
      {lines.map((line) =>
        line.bandData.length === 0 ? null : (
          <Area
            key={`${line.id}-band`}
            data={line.bandData}
            dataKey="range"
            type="linear"
            stroke="none"
            fill={line.lineStyle.color}
            fillOpacity={0.18}
            activeDot={false}
            isAnimationActive={false}
          />
        ),
      )}
      {lines.map((line) => (
        <Line
          key={line.id}
          data={line.data}
          dataKey="value"
          type="monotone"
          stroke={line.lineStyle.color}
          strokeWidth={3}
          strokeDasharray={line.lineStyle.dash}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <PointMarks series={series} points={points} />
      {children}
    </ComposedChart>
  );
}

/** Percentages over real days: points, the smoothed lines through them, and the target. */
export function TimeSeriesChart(props: TimeSeriesChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, target, period = {}, onOpenPoint } = props;
  const cursor = useChartCursor();
  const axis = props.axis ?? {
    from: 0,
    to: 100,
    ticks: PERCENT_TICKS,
    format: (value: number) => format.percent(value, 0),
  };
  const valueText = props.axis?.format ?? ((value: number) => format.percent(value));
  const [frame, width] = usePlotWidth();
  const height = props.height ?? heightFor(width);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const series = useMemo(() => styleSeries(props.series), [props.series]);
  const points = useMemo(() => orderPoints(series), [series]);
  const size = { width, height };
  const onOpen = (index: number): void => {
    const point = points[index];
    if (point) onOpenPoint?.(point.id);
  };
  const reading = useReading({
    count: points.length,
    onOpen,
    onActive: (index) => cursor.setDay(index === null ? null : (points[index]?.day ?? null)),
  });
  const targetLabel = target === null ? null : t('charts:target', { value: valueText(target) });
  const titleOf = (point: ReadablePoint): string => `${format.date(point.date)}: ${valueText(point.value)}`;
  const read = points[reading.active ?? -1];
  const tooltip = (point: ReadablePoint, place: Place): ReactNode => (
    <ChartTooltip place={place} size={size} title={titleOf(point)} lines={point.details} />
  );
  return (
    <>
      <ChartLegend items={legendOf(series, targetLabel)} />
      <ReadableFigure
        frame={frame}
        label={label}
        reading={reading}
        count={points.length}
        spoken={read ? [titleOf(read), ...read.details].join(', ') : ''}
      >
        <div ref={setSurface} className={styles['surface']} style={{ height }}>
          {width === 0 ? null : (
            <TimePlot
              size={size}
              series={series}
              points={points}
              target={target}
              period={period}
              axis={axis}
              cursorDay={read === undefined ? cursor.day : null}
            >
              <ReadingMark
                points={points}
                reading={reading}
                onOpen={onOpenPoint ? onOpen : undefined}
                surface={surface}
                tooltip={tooltip}
              />
            </TimePlot>
          )}
        </div>
      </ReadableFigure>
    </>
  );
}
