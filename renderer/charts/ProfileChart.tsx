import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import {
  Bar,
  BarChart,
  ReferenceLine,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useLanguage.ts';
import { ChartLegend } from './ChartLegend.tsx';
import type { LegendItem } from './ChartLegend.tsx';
import styles from './Charts.module.css';
import { ChartTooltip } from './ChartTooltip.tsx';
import { measureText } from './measureText.ts';
import { AXIS_HEIGHT, HEAD_HEIGHT, LINE_HEIGHT, layOutProfile } from './profileLayout.ts';
import type { ProfileLayout, ProfileRow } from './profileLayout.ts';
import { ReadableFigure } from './ReadableFigure.tsx';
import { besideStyle, seriesStyle, shapePath, targetStyle } from './seriesStyle.ts';
import { usePlotWidth } from './usePlotWidth.ts';
import { useReading } from './useReading.ts';
import type { Reading } from './useReading.ts';

interface ProfileHeadings {
  row: string;
  value: string;
  weight: string;
}

interface ProfileChartProps {
  /** What the chart shows, in a few words, for screen readers. */
  label: string;
  /** In the order in which they are shown. */
  rows: readonly ProfileRow[];
  headings: ProfileHeadings;
  /** Percent that is worked towards; null when none is set. */
  target: number | null;
  /** What is said of a row of which nothing is known. */
  unknown: string;
  /** Whose values stand beside the bars; missing where nothing does. */
  besideLabel?: string;
}

const VALUE_WIDTH = 72;
const BAR_HEIGHT = 16;
const TEXT_LAYER = 620;
const CATCH_LAYER = 1200;
const BAR_STYLE = seriesStyle(0);
const NOTED_STYLE = seriesStyle(4);

interface TextsProps extends Pick<ProfileChartProps, 'rows' | 'headings' | 'unknown'> {
  layout: ProfileLayout;
}

/** Labels before the bars, values at their ends, weights behind them. */
function ProfileTexts({ rows, headings, unknown, layout }: TextsProps): ReactNode {
  const format = useFormat();
  const area = usePlotArea();
  const toY = useYAxisScale();
  if (!area || !toY) return null;
  const valueEnd = area.x + area.width + VALUE_WIDTH;
  const right = valueEnd + layout.weightWidth;
  return (
    <ZIndexLayer zIndex={TEXT_LAYER}>
      <g className={styles['columnHead']}>
        <text x={0} y={12}>
          {headings.row}
        </text>
        <text x={valueEnd} y={12} textAnchor="end">
          {headings.value}
        </text>
        <text x={right} y={12} textAnchor="end">
          {headings.weight}
        </text>
      </g>
      {rows.map((row) => {
        const middle = toY(row.id, { position: 'middle' }) ?? 0;
        const lines = layout.lines.get(row.id) ?? [];
        const count = lines.length + (row.note === undefined ? 0 : 1);
        const top = middle - (count * LINE_HEIGHT) / 2 + 12.5;
        return (
          <g key={row.id}>
            <text className={styles['rowLabel']}>
              {lines.map((line, index) => (
                <tspan key={line} x={0} y={top + index * LINE_HEIGHT}>
                  {line}
                </tspan>
              ))}
            </text>
            {row.note === undefined ? null : (
              <text x={0} y={top + lines.length * LINE_HEIGHT} className={styles['rowNote']}>
                {row.note}
              </text>
            )}
            {row.value === null ? (
              <text x={area.x + 8} y={middle + 4}>
                {unknown}
              </text>
            ) : (
              <text x={valueEnd} y={middle + 4.5} textAnchor="end" className={styles['rowValue']}>
                {format.percent(row.value)}
              </text>
            )}
            <text x={right} y={middle + 4.5} textAnchor="end" className={styles['rowLabel']}>
              {row.weight}
            </text>
          </g>
        );
      })}
    </ZIndexLayer>
  );
}

/** Signs on the bars: what each is compared with. */
function BesideMarks({ rows }: Pick<ProfileChartProps, 'rows'>): ReactNode {
  const area = usePlotArea();
  const toY = useYAxisScale();
  if (!area || !toY) return null;
  return (
    <ZIndexLayer zIndex={TEXT_LAYER}>
      {rows.map(({ id, beside = null }) => {
        if (beside === null) return null;
        const x = area.x + (area.width * beside) / 100;
        return (
          <path
            key={id}
            data-chart-beside={id}
            d={shapePath(besideStyle.shape, [x, toY(id, { position: 'middle' }) ?? 0], 6)}
            fill={besideStyle.color}
            stroke="var(--shyng-surface)"
            strokeWidth={1.5}
          />
        );
      })}
    </ZIndexLayer>
  );
}

interface RowMarkProps {
  rows: readonly ProfileRow[];
  reading: Reading;
  surface: HTMLElement | null;
  size: { width: number; height: number };
  titleOf: (row: ProfileRow) => string;
}

/** Catches the pointer row by row, and frames the row that is read. */
function RowMark({ rows, reading, surface, size, titleOf }: RowMarkProps): ReactNode {
  const area = usePlotArea();
  const toY = useYAxisScale();
  if (!area || !toY) return null;
  const rowHeight = area.height / Math.max(1, rows.length);
  const read = reading.active === null ? undefined : rows[reading.active];
  const middle = read === undefined ? 0 : (toY(read.id, { position: 'middle' }) ?? 0);
  const place = { x: area.x + area.width / 2 - 1, y: middle };
  return (
    <ZIndexLayer zIndex={CATCH_LAYER}>
      {read === undefined ? null : (
        <rect
          data-chart-active={read.id}
          x={-6}
          y={middle - rowHeight / 2 + 1}
          width={size.width + 12}
          height={rowHeight - 2}
          rx={6}
          fill="none"
          stroke="var(--shyng-line-strong)"
          strokeWidth={1.5}
        />
      )}
      {rows.map((row, index) => (
        <rect
          key={row.id}
          x={0}
          y={area.y + index * rowHeight}
          width={size.width}
          height={rowHeight}
          fill="transparent"
          onPointerEnter={() => reading.setActive(index)}
        />
      ))}
      {read && surface
        ? createPortal(
            <ChartTooltip place={place} size={size} title={titleOf(read)} lines={read.details} />,
            surface,
          )
        : null}
    </ZIndexLayer>
  );
}

/** How much of each part was reached, as bars of 0–100 %, with the declared weight of the part and what it is compared with. */
export function ProfileChart(props: ProfileChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, rows, headings, target, unknown, besideLabel } = props;
  const [frame, width] = usePlotWidth();
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const reading = useReading({ count: rows.length });
  const layout = useMemo(() => {
    const font = getComputedStyle(document.body).fontFamily;
    // A little wider than measured: the font may still be on its way.
    const measureLabel = measureText(`400 13.2px ${font}`);
    const measureHeading = measureText(`600 12.2px ${font}`);
    const given = { width, weightHeading: headings.weight };
    return layOutProfile(rows, given, { label: measureLabel, heading: measureHeading });
  }, [rows, width, headings.weight]);
  const titleOf = (row: ProfileRow): string =>
    `${row.label}: ${row.value === null ? unknown : format.percent(row.value)}`;
  const read = reading.active === null ? undefined : rows[reading.active];
  const legend: LegendItem[] = [];
  if (besideLabel !== undefined)
    legend.push({ id: 'beside', label: besideLabel, style: besideStyle, has: 'points' });
  if (target !== null) {
    const words = t('charts:target', { value: format.percent(target) });
    legend.push({ id: 'target', label: words, style: targetStyle, has: 'line' });
  }
  const data = rows.map((row) => ({
    id: row.id,
    value: row.value ?? 0,
    fill: row.note === undefined ? BAR_STYLE.color : NOTED_STYLE.color,
  }));
  return (
    <>
      {legend.length === 0 ? null : <ChartLegend items={legend} />}
      <ReadableFigure
        frame={frame}
        label={label}
        reading={reading}
        count={rows.length}
        spoken={read ? [titleOf(read), ...read.details].join(', ') : ''}
        isVertical
      >
        <div ref={setSurface} className={styles['surface']} style={{ height: layout.height }}>
          {width === 0 ? null : (
            <BarChart
              layout="vertical"
              width={width}
              height={layout.height}
              data={data}
              margin={{ top: HEAD_HEIGHT, right: VALUE_WIDTH + layout.weightWidth, bottom: 0, left: 0 }}
              accessibilityLayer={false}
              barCategoryGap={0}
            >
              <XAxis
                type="number"
                domain={[0, 100]}
                ticks={[0, 50, 100]}
                interval={0}
                height={AXIS_HEIGHT}
                tickFormatter={(value: number) => format.percent(value, 0)}
                tick={{ className: styles['tick'] ?? '' }}
                axisLine={false}
                tickLine={false}
                allowDataOverflow
              />
              <YAxis
                type="category"
                dataKey="id"
                width={layout.labelWidth}
                tick={false}
                axisLine={false}
                tickLine={false}
                interval={0}
              />
              <Bar
                dataKey="value"
                barSize={BAR_HEIGHT}
                radius={[0, 3, 3, 0]}
                background={{ fill: 'var(--shyng-chart-track)' }}
                isAnimationActive={false}
                activeBar={false}
              />
              {target === null ? null : (
                <ReferenceLine
                  x={target}
                  stroke={targetStyle.color}
                  strokeWidth={2}
                  strokeDasharray={targetStyle.dash}
                />
              )}
              <BesideMarks rows={rows} />
              <ProfileTexts rows={rows} headings={headings} unknown={unknown} layout={layout} />
              <RowMark
                rows={rows}
                reading={reading}
                surface={surface}
                size={{ width, height: layout.height }}
                titleOf={titleOf}
              />
            </BarChart>
          )}
        </div>
      </ReadableFigure>
    </>
  );
}
