import type { ReactNode } from 'react';
import styles from './Charts.module.css';
import { measureText } from './measureText.ts';
import { ReadableFigure } from './ReadableFigure.tsx';
import { usePlotWidth } from './usePlotWidth.ts';
import { useReading } from './useReading.ts';
import { wrapText, type MeasureText } from './wrapText.ts';

/** A cell: how dark it is, 0…1, and what is written in it; null: nothing is known. */
export type MatrixCell = { share: number; text: string } | null;

export interface MatrixRow {
  id: string;
  label: string;
  isStrong: boolean;
  cells: readonly MatrixCell[];
}

interface MatrixChartProps {
  /** What the chart shows, in a few words, for screen readers. */
  label: string;
  columns: readonly string[];
  rows: readonly MatrixRow[];
  /** What is said of an empty cell. */
  unknown: string;
}

const ROW = 28;
const LINE = 15;
const GAP = 10;
/** Text stays readable on the darkest cell. */
const DARKEST = 0.55;

interface Layout {
  labelWidth: number;
  cellWidth: number;
  headHeight: number;
  heads: string[][];
  labels: string[];
}

/** As much of a text as fits on one line; the whole text is in the table and is spoken. */
function shorten(text: string, width: number, measure: MeasureText): string {
  if (measure(text) <= width) return text;
  let kept = text;
  while (kept.length > 1 && measure(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

function layOut({ columns, rows }: MatrixChartProps, width: number): Layout {
  const font = getComputedStyle(document.body).fontFamily;
  const measure = measureText(`400 13.2px ${font}`);
  const measureHead = measureText(`600 12.2px ${font}`);
  const widest = rows.reduce((most, row) => Math.max(most, measure(row.label)), 0) + GAP;
  const labelWidth = Math.min(widest, width * 0.34);
  const cellWidth = (width - labelWidth) / Math.max(1, columns.length);
  const heads = columns.map((column) => wrapText(column, cellWidth - 6, measureHead));
  const lines = heads.reduce((most, head) => Math.max(most, head.length), 1);
  const labels = rows.map((row) => shorten(row.label, labelWidth - GAP, measure));
  return { labelWidth, cellWidth, headHeight: lines * LINE + 8, heads, labels };
}

const speak = (row: MatrixRow, column: string | undefined, text: string): string =>
  `${row.label}, ${column ?? ''}: ${text}`;

interface RowCellsProps {
  row: MatrixRow;
  layout: Layout;
  columns: readonly string[];
  onPoint: (column: number) => void;
}

function RowCells({ row, layout, columns, onPoint }: RowCellsProps): ReactNode {
  return row.cells.map((cell, column) => (
    <g key={columns[column]}>
      <rect
        x={layout.labelWidth + column * layout.cellWidth + 1}
        y={1}
        width={layout.cellWidth - 2}
        height={ROW - 2}
        fill={cell === null ? 'var(--shyng-surface-sunken)' : 'var(--shyng-series-1)'}
        opacity={cell === null ? 1 : 0.06 + (DARKEST - 0.06) * cell.share}
        onPointerEnter={() => onPoint(column)}
      />
      <text
        x={layout.labelWidth + (column + 0.5) * layout.cellWidth}
        y={ROW / 2 + 4.5}
        textAnchor="middle"
        className={styles['rowLabel']}
        pointerEvents="none"
      >
        {cell?.text ?? '–'}
      </text>
    </g>
  ));
}

/** Candidates against criteria as shades, each cell with its figure: read cell by cell with the keyboard. */
export function MatrixChart(props: MatrixChartProps): ReactNode {
  const { label, columns, rows, unknown } = props;
  const [frame, width] = usePlotWidth();
  const count = rows.length * columns.length;
  const reading = useReading({ count });
  const layout = width === 0 ? null : layOut(props, width);
  const active = reading.active ?? -1;
  const line = Math.floor(active / columns.length);
  const place = active % columns.length;
  const row = rows[line];
  const spoken = row ? speak(row, columns[place], row.cells[place]?.text ?? unknown) : '';
  const height = (layout?.headHeight ?? 0) + rows.length * ROW;
  return (
    <ReadableFigure frame={frame} label={label} reading={reading} count={count} spoken={spoken}>
      <div className={styles['surface']}>
        {layout === null ? null : (
          <svg width={width} height={height} data-chart-drawing aria-hidden>
            <g className={styles['columnHead']}>
              {layout.heads.map((head, column) => (
                <text key={columns[column]}>
                  {head.map((line, index) => (
                    <tspan
                      key={line}
                      x={layout.labelWidth + (column + 0.5) * layout.cellWidth}
                      y={layout.headHeight - 8 - (head.length - 1 - index) * LINE}
                      textAnchor="middle"
                    >
                      {line}
                    </tspan>
                  ))}
                </text>
              ))}
            </g>
            {rows.map((one, index) => (
              <g key={one.id} transform={`translate(0 ${layout.headHeight + index * ROW})`}>
                <text x={0} y={ROW / 2 + 4.5} className={styles[one.isStrong ? 'rowValue' : 'rowLabel']}>
                  {layout.labels[index]}
                </text>
                <RowCells
                  row={one}
                  layout={layout}
                  columns={columns}
                  onPoint={(column) => reading.setActive(index * columns.length + column)}
                />
              </g>
            ))}
            {row === undefined ? null : (
              <rect
                data-chart-active={row.id}
                x={layout.labelWidth + place * layout.cellWidth}
                y={layout.headHeight + line * ROW}
                width={layout.cellWidth}
                height={ROW}
                rx={3}
                fill="none"
                stroke="var(--shyng-series-2)"
                strokeWidth={2}
              />
            )}
          </svg>
        )}
      </div>
    </ReadableFigure>
  );
}
