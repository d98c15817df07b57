import type { ReactNode } from 'react';
import styles from './ColumnChart.module.css';

interface ColumnChartProps {
  /** What is to be seen, in words: read out in the place of the picture. */
  label: string;
  columns: readonly { key: string; name: string; value: number; text: string }[];
}

const HEIGHT = 120;
const STEP = 56;
const BAR = 34;
const TOP = 16;
const BOTTOM = 18;
/** Columns that the picture has room for: fewer of them leave room free, and letters keep their size. */
const LEAST = 12;

/** A few values beside each other as columns, each with its figure and its name; drawn for the screen and for paper. */
export function ColumnChart({ label, columns }: ColumnChartProps): ReactNode {
  const most = columns.reduce((max, { value }) => Math.max(max, value), 0);
  const width = Math.max(LEAST, columns.length) * STEP;
  const base = TOP + HEIGHT;
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${width} ${base + BOTTOM}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMinYMin meet"
    >
      <line className={styles['axis']} x1="0" y1={base} x2={width} y2={base} />
      {columns.map(({ key, name, value, text }, index) => {
        const height = most === 0 ? 0 : (value / most) * HEIGHT;
        const center = index * STEP + STEP / 2;
        return (
          <g key={key}>
            <rect
              className={styles['bar']}
              x={center - BAR / 2}
              y={base - height}
              width={BAR}
              height={height}
            />
            <text className={styles['value']} x={center} y={base - height - 4} textAnchor="middle">
              {text}
            </text>
            <text className={styles['name']} x={center} y={base + 13} textAnchor="middle">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
