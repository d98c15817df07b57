import type { ReactNode } from 'react';
import { useFormat } from '../i18n/useLanguage.ts';
import styles from './Charts.module.css';
import { ReadableFigure } from './ReadableFigure.tsx';
import { targetStyle } from './seriesStyle.ts';
import { usePlotWidth } from './usePlotWidth.ts';
import { useReading } from './useReading.ts';

/** A value with how sure it is, or a spread with its middle half: one line of the chart. */
export interface RangeRow {
  id: string;
  name: string;
  low: number;
  high: number;
  value: number;
  /** The middle half, drawn wider; absent: there is only one band. */
  inner?: { low: number; high: number };
  /** The row in words. */
  words: string;
}

interface RangeChartProps {
  label: string;
  rows: readonly RangeRow[];
  /** Percent that is worked towards; null when none is set. */
  target: number | null;
  onOpenRow?: (id: string) => void;
}

const ROW = 30;
const TOP = 22;
const NAMES_SHARE = 0.28;
const MOST_NAMES = 230;
const RIGHT = 56;
const TICKS = [0, 20, 40, 60, 80, 100];
const LONGEST_NAME = 32;

const shorten = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;

interface RowProps {
  row: RangeRow;
  y: number;
  left: number;
  toX: (value: number) => number;
  isActive: boolean;
}

function Row({ row, y, left, toX, isActive }: RowProps): ReactNode {
  const format = useFormat();
  const bar = (low: number, high: number, height: number, opacity: number): ReactNode => (
    <rect
      x={toX(low)}
      y={y + (ROW - height) / 2}
      width={Math.max(1, toX(high) - toX(low))}
      height={height}
      rx={2}
      fill="var(--shyng-series-1)"
      opacity={opacity}
    />
  );
  return (
    <g>
      {isActive ? (
        <rect
          data-chart-active={row.id}
          x={0}
          y={y}
          width={toX(100) + RIGHT}
          height={ROW}
          fill="var(--shyng-selected)"
        />
      ) : null}
      <text x={left - 10} y={y + ROW / 2 + 4} textAnchor="end" fontSize={12} fill="var(--shyng-text)">
        {shorten(row.name)}
      </text>
      {bar(row.low, row.high, row.inner ? 3 : 10, row.inner ? 0.8 : 0.4)}
      {row.inner ? bar(row.inner.low, row.inner.high, 12, 0.45) : null}
      <rect x={toX(row.value) - 2} y={y + 6} width={4} height={ROW - 12} fill="var(--shyng-series-1)" />
      <text x={toX(100) + 8} y={y + ROW / 2 + 4} fontSize={12} fill="var(--shyng-text)">
        {format.percent(row.value, 0)}
      </text>
    </g>
  );
}

/** Percentages with their bands, one below the other, over one axis; read by keys from top to bottom. */
export function RangeChart({ label, rows, target, onOpenRow }: RangeChartProps): ReactNode {
  const format = useFormat();
  const [frame, width] = usePlotWidth();
  const onOpen = (index: number): void => {
    const row = rows[index];
    if (row) onOpenRow?.(row.id);
  };
  const reading = useReading({ count: rows.length, onOpen });
  const left = Math.min(MOST_NAMES, width * NAMES_SHARE);
  const toX = (value: number): number => left + ((width - left - RIGHT) * value) / 100;
  const height = TOP + rows.length * ROW + 4;
  return (
    <ReadableFigure
      frame={frame}
      label={label}
      reading={reading}
      count={rows.length}
      spoken={rows[reading.active ?? -1]?.words ?? ''}
      isVertical
    >
      <div className={styles['surface']} style={{ height }}>
        {width === 0 ? null : (
          <svg className="recharts-surface" width={width} height={height} aria-hidden>
            {TICKS.map((tick) => (
              <g key={tick}>
                <path d={`M${toX(tick)} ${TOP}V${height}`} stroke="var(--shyng-chart-grid)" />
                <text x={toX(tick)} y={14} textAnchor="middle" fontSize={11} fill="var(--shyng-text-soft)">
                  {format.percent(tick, 0)}
                </text>
              </g>
            ))}
            {rows.map((row, index) => (
              <Row
                key={row.id}
                row={row}
                y={TOP + index * ROW}
                left={left}
                toX={toX}
                isActive={reading.active === index}
              />
            ))}
            {target === null ? null : (
              <path
                d={`M${toX(target)} ${TOP}V${height}`}
                stroke={targetStyle.color}
                strokeWidth={2}
                strokeDasharray={targetStyle.dash}
              />
            )}
            {rows.map((row, index) => (
              <rect
                key={row.id}
                x={0}
                y={TOP + index * ROW}
                width={width}
                height={ROW}
                fill="transparent"
                style={{ cursor: onOpenRow ? 'pointer' : 'default' }}
                onPointerMove={() => reading.setActive(index)}
                onClick={() => onOpen(index)}
              >
                <title>{row.words}</title>
              </rect>
            ))}
          </svg>
        )}
      </div>
    </ReadableFigure>
  );
}
