import type { ReactNode } from 'react';
import styles from './Charts.module.css';
import { ChartTooltip } from './ChartTooltip.tsx';
import { measureText } from './measureText.ts';
import { ReadableFigure } from './ReadableFigure.tsx';
import { usePlotWidth } from './usePlotWidth.ts';
import { useReading } from './useReading.ts';
import { wrapText } from './wrapText.ts';

/** A value from 0 to 100 with the interval around it, and another value to compare it with. */
export interface IntervalRow {
  id: string;
  label: string;
  value: number;
  /** Null: it is exact. */
  interval: { low: number; high: number } | null;
  /** A second value, drawn as a ring; null: there is none. */
  other: number | null;
  isStrong: boolean;
  /** Figures at the end of the row. */
  text: string;
  /** Lines of the tooltip. */
  details: readonly string[];
}

interface IntervalBarsProps {
  /** What the chart shows, in a few words, for screen readers. */
  label: string;
  rows: readonly IntervalRow[];
}

const ROW = 30;
const LINE = 16;
const AXIS = 22;
const BAR = 14;
const GAP = 12;
const STEPS = [0, 25, 50, 75, 100];

interface Placed extends IntervalRow {
  lines: readonly string[];
  top: number;
  height: number;
}

interface Layout {
  rows: Placed[];
  labelWidth: number;
  textWidth: number;
  height: number;
  toX: (value: number) => number;
}

function layOut(rows: readonly IntervalRow[], width: number): Layout {
  const measure = measureText(`400 13.2px ${getComputedStyle(document.body).fontFamily}`);
  const widest = rows.reduce((most, row) => Math.max(most, measure(row.label)), 0) + GAP;
  const labelWidth = Math.min(widest, width * 0.36);
  const textWidth = rows.reduce((most, row) => Math.max(most, measure(row.text)), 0) * 1.06 + GAP;
  const room = Math.max(60, width - labelWidth - textWidth);
  let top = 4;
  const placed = rows.map((row): Placed => {
    const lines = wrapText(row.label, labelWidth - GAP, measure);
    const height = Math.max(ROW, lines.length * LINE + 10);
    const own = { ...row, lines, top, height };
    top += height;
    return own;
  });
  const toX = (value: number): number => labelWidth + (room * Math.min(100, Math.max(0, value))) / 100;
  return { rows: placed, labelWidth, textWidth, height: top + AXIS, toX };
}

function RowDrawing({ row, layout, width }: { row: Placed; layout: Layout; width: number }): ReactNode {
  const { toX } = layout;
  const middle = row.top + row.height / 2;
  const first = middle - ((row.lines.length - 1) * LINE) / 2 + 4.5;
  return (
    <g>
      <text className={styles['rowLabel']}>
        {row.lines.map((line, index) => (
          <tspan key={line} x={0} y={first + index * LINE}>
            {line}
          </tspan>
        ))}
      </text>
      <rect
        x={toX(0)}
        y={middle - BAR / 2}
        width={toX(100) - toX(0)}
        height={BAR}
        fill="var(--shyng-chart-track)"
      />
      <rect
        x={toX(0)}
        y={middle - BAR / 2}
        width={toX(row.value) - toX(0)}
        height={BAR}
        fill={row.isStrong ? 'var(--shyng-series-1)' : 'var(--shyng-chart-quiet)'}
      />
      {row.interval === null ? null : (
        <path
          d={`M${toX(row.interval.low)} ${middle}H${toX(row.interval.high)}M${toX(row.interval.low)} ${middle - 5}v10M${toX(row.interval.high)} ${middle - 5}v10`}
          fill="none"
          stroke="var(--shyng-series-2)"
          strokeWidth={2}
        />
      )}
      {row.other === null ? null : (
        <circle
          cx={toX(row.other)}
          cy={middle}
          r={4.5}
          fill="var(--shyng-surface)"
          stroke="var(--shyng-series-2)"
          strokeWidth={2}
        />
      )}
      <text x={width} y={middle + 4.5} textAnchor="end" className={styles['rowValue']}>
        {row.text}
      </text>
    </g>
  );
}

/** Values 0…100 as bars, each with its interval and figures: read row by row with the keyboard. */
export function IntervalBars({ label, rows }: IntervalBarsProps): ReactNode {
  const [frame, width] = usePlotWidth();
  const reading = useReading({ count: rows.length });
  const layout = width === 0 ? null : layOut(rows, width);
  const read = reading.active === null ? undefined : layout?.rows[reading.active];
  return (
    <ReadableFigure
      frame={frame}
      label={label}
      reading={reading}
      count={rows.length}
      spoken={read ? [read.label, read.text, ...read.details].join(', ') : ''}
      isVertical
    >
      <div className={styles['surface']}>
        {layout === null ? null : (
          <svg width={width} height={layout.height} data-chart-drawing aria-hidden>
            {STEPS.map((step) => (
              <g key={step}>
                <path
                  d={`M${layout.toX(step)} 0V${layout.height - AXIS}`}
                  stroke="var(--shyng-chart-grid)"
                  fill="none"
                />
                <text x={layout.toX(step)} y={layout.height - 6} textAnchor="middle">
                  {step}
                </text>
              </g>
            ))}
            {layout.rows.map((row) => (
              <RowDrawing key={row.id} row={row} layout={layout} width={width} />
            ))}
            {read === undefined ? null : (
              <rect
                data-chart-active={read.id}
                x={-6}
                y={read.top + 1}
                width={width + 12}
                height={read.height - 2}
                rx={6}
                fill="none"
                stroke="var(--shyng-line-strong)"
                strokeWidth={1.5}
              />
            )}
            {layout.rows.map((row, index) => (
              <rect
                key={row.id}
                x={0}
                y={row.top}
                width={width}
                height={row.height}
                fill="transparent"
                onPointerEnter={() => reading.setActive(index)}
              />
            ))}
          </svg>
        )}
        {read && layout && read.details.length > 0 ? (
          <ChartTooltip
            place={{ x: width / 2, y: read.top + read.height / 2 }}
            size={{ width, height: layout.height }}
            title={`${read.label}: ${read.text}`}
            lines={read.details}
          />
        ) : null}
      </div>
    </ReadableFigure>
  );
}
