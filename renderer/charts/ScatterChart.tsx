import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { useFormat } from '../i18n/useLanguage.ts';
import { useChartCursor } from './chartCursor.ts';
import { styleSeries } from './chartSeries.ts';
import type { ChartPoint, ReadablePoint } from './chartSeries.ts';
import styles from './Charts.module.css';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartTooltip } from './ChartTooltip.tsx';
import { legendOf } from './legendItems.ts';
import { CursorRings, PointMarks, ReadingMark } from './PointLayers.tsx';
import { ReadableFigure } from './ReadableFigure.tsx';
import { usePlotWidth } from './usePlotWidth.ts';
import { useReading } from './useReading.ts';
import type { ValueAxis } from './valueAxis.ts';

/** A point with what it is measured by across. */
export interface ScatterPoint extends ChartPoint {
  across: number;
}

interface ScatterChartProps {
  label: string;
  /** Kept stable by the caller. */
  series: readonly { id: string; label: string; points: readonly ScatterPoint[] }[];
  across: ValueAxis & { title: string };
  onOpenPoint?: (id: string) => void;
}

const MARGIN = { top: 10, right: 20, bottom: 22, left: 0 };
const PERCENT_AXIS_WIDTH = 56;
const HEIGHT = 300;
const PERCENT_TICKS = [0, 20, 40, 60, 80, 100];

/** Percentages against another measure; read by keys from left to right. What is read beside it is ringed. */
export function ScatterChart({ label, series, across, onOpenPoint }: ScatterChartProps): ReactNode {
  const format = useFormat();
  const cursor = useChartCursor();
  const [frame, width] = usePlotWidth();
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const styled = useMemo(() => styleSeries(series.map((one) => ({ ...one, line: [] }))), [series]);
  const points = useMemo(
    () =>
      series
        .flatMap((one, place) =>
          one.points.flatMap((point): ReadablePoint[] => {
            const style = styled[place];
            // The shared layers of points read the place across from `day`.
            return style
              ? [{ ...point, key: `${one.id}/${point.id}`, day: point.across, series: style }]
              : [];
          }),
        )
        .sort((a, b) => a.day - b.day || toDayNumber(a.date) - toDayNumber(b.date)),
    [series, styled],
  );
  const onOpen = (index: number): void => {
    const point = points[index];
    if (point) onOpenPoint?.(point.id);
  };
  const dayOf = (point: ReadablePoint | undefined): number | null =>
    point === undefined ? null : toDayNumber(point.date);
  const reading = useReading({
    count: points.length,
    onOpen,
    onActive: (index) => cursor.setDay(index === null ? null : dayOf(points[index])),
  });
  const titleOf = (point: ReadablePoint): string =>
    `${across.format(point.day)}: ${format.percent(point.value)}`;
  const read = points[reading.active ?? -1];
  const onCursor =
    read === undefined && cursor.day !== null ? points.filter((point) => dayOf(point) === cursor.day) : [];
  const linesOf = (point: ReadablePoint): string[] => [format.date(point.date), ...point.details];
  const size = { width, height: HEIGHT };
  return (
    <>
      <ChartLegend items={legendOf(styled, null)} />
      <ReadableFigure
        frame={frame}
        label={label}
        reading={reading}
        count={points.length}
        spoken={read ? [titleOf(read), ...linesOf(read)].join(', ') : ''}
      >
        <div ref={setSurface} className={styles['surface']} style={{ height: HEIGHT }}>
          {width === 0 ? null : (
            <ComposedChart {...size} margin={MARGIN} accessibilityLayer={false}>
              <CartesianGrid stroke="var(--shyng-chart-grid)" />
              <XAxis
                type="number"
                dataKey="day"
                domain={[across.from, across.to]}
                ticks={across.ticks}
                tickFormatter={across.format}
                tick={{ className: styles['tick'] ?? '' }}
                stroke="var(--shyng-line-strong)"
                label={{
                  value: across.title,
                  position: 'insideBottom',
                  offset: -14,
                  className: styles['tick'] ?? '',
                }}
                allowDataOverflow
              />
              <YAxis
                type="number"
                domain={[0, 100]}
                ticks={PERCENT_TICKS}
                width={PERCENT_AXIS_WIDTH}
                tickFormatter={(value: number) => format.percent(value, 0)}
                tick={{ className: styles['tick'] ?? '' }}
                axisLine={false}
                tickLine={false}
                allowDataOverflow
              />
              <PointMarks series={styled} points={points} />
              <CursorRings points={onCursor} />
              <ReadingMark
                points={points}
                reading={reading}
                onOpen={onOpenPoint ? onOpen : undefined}
                surface={surface}
                tooltip={(point, place) => (
                  <ChartTooltip place={place} size={size} title={titleOf(point)} lines={linesOf(point)} />
                )}
              />
            </ComposedChart>
          )}
        </div>
      </ReadableFigure>
    </>
  );
}
