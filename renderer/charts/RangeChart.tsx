import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/useLanguage.ts';
import styles from './Charts.module.css';
import { measureText } from './measureText.ts';
import { ReadableFigure } from './ReadableFigure.tsx';
import { targetStyle } from './seriesStyle.ts';
import { usePlotWidth } from './usePlotWidth.ts';
import { useReading } from './useReading.ts';
import { wrapText } from './wrapText.ts';

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
/** Most of the width that names may take; longer ones are broken into two lines. */
const NAMES_SHARE = 0.36;
const NAMES_GAP = 10;
const MOST_LINES = 2;
const LINE = 13;
const RIGHT = 56;
const TICKS = [0, 20, 40, 60, 80, 100];

/** Names in lines that fit, and the width that the widest of them needs. */
function layOutNames(rows: readonly RangeRow[], width: number): { left: number; lines: string[][] } {
  const font = getComputedStyle(document.body).fontFamily;
  // A little wider than measured: the font may still be on its way.
  const measure = measureText(`400 12.3px ${font}`);
  const room = Math.floor(width * NAMES_SHARE) - NAMES_GAP;
  const lines = rows.map(({ name }) => {
    const wrapped = wrapText(name, room, measure);
    return wrapped.length <= MOST_LINES
      ? wrapped
      : [...wrapped.slice(0, MOST_LINES - 1), `${(wrapped[MOST_LINES - 1] ?? '').slice(0, -1)}…`];
  });
  const widest = Math.max(0, ...lines.flat().map(measure));
  return { left: Math.ceil(widest) + NAMES_GAP, lines };
}

interface RowProps {
  row: RangeRow;
  /** Lines of the name. */
  lines: readonly string[];
  y: number;
  left: number;
  toX: (value: number) => number;
  isActive: boolean;
}

function Row({ row, lines, y, left, toX, isActive }: RowProps): ReactNode {
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
      {lines.map((line, index) => (
        <text
          key={line}
          x={left - NAMES_GAP}
          y={y + ROW / 2 + 4 + (index - (lines.length - 1) / 2) * LINE}
          textAnchor="end"
          fontSize={12}
          fill="var(--shyng-text)"
        >
          {line}
        </text>
      ))}
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
  const { left, lines } = useMemo(() => layOutNames(rows, width), [rows, width]);
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
                lines={lines[index] ?? []}
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
