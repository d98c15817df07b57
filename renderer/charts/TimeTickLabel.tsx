import type { ReactNode } from 'react';
import type { Format } from '../i18n/format.ts';
import styles from './Charts.module.css';
import type { TimeTick } from './timeTicks.ts';

/** What the axis hands to its tick. */
interface AxisTick {
  x: number | string;
  y: number | string;
  payload: { value: number };
}

interface TimeTickLabelProps extends AxisTick {
  ticks: readonly TimeTick[];
  format: Format;
}

function textOf(tick: TimeTick, format: Format): string {
  if (tick.label === 'year') return tick.date.slice(0, 4);
  return tick.label === 'month' ? format.shortMonth(tick.date) : format.dayMonth(tick.date);
}

/** Day or month under the axis, and the year below where it begins. */
export function TimeTickLabel({ x, y, payload, ticks, format }: TimeTickLabelProps): ReactNode {
  const tick = ticks.find(({ day }) => day === payload.value);
  if (!tick) return null;
  return (
    <text x={x} y={Number(y) + 10} textAnchor="middle" className={styles['tick']}>
      <tspan>{textOf(tick, format)}</tspan>
      {tick.withYear ? (
        <tspan x={x} dy="1.25em" className={styles['tickStrong']}>
          {tick.date.slice(0, 4)}
        </tspan>
      ) : null}
    </text>
  );
}
