import type { ReactNode } from 'react';
import styles from './ValueBar.module.css';

interface ValueBarProps {
  /** 0…100 */
  value: number;
  /** Half of the interval around it, in the same unit; 0: it is exact. */
  margin?: number;
  /** What stands beside the bar: it says the same in figures. */
  label: string;
  isStrong?: boolean;
}

const within = (value: number): number => Math.min(100, Math.max(0, value));

/** A value from 0 to 100 as a bar with the interval around it, in a cell of a table that holds the figure too. */
export function ValueBar({ value, margin = 0, label, isStrong = false }: ValueBarProps): ReactNode {
  const from = within(value - margin);
  return (
    <span className={styles['cell']}>
      <svg className={styles['bar']} viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden>
        <rect className={styles['track']} width="100" height="14" />
        <rect
          className={isStrong ? styles['strong'] : styles['value']}
          y="2"
          width={within(value)}
          height="10"
        />
        {margin > 0 ? (
          <rect
            className={styles['interval']}
            x={from}
            y="6"
            width={within(value + margin) - from}
            height="2"
          />
        ) : null}
      </svg>
      <span className={styles['label']}>{label}</span>
    </span>
  );
}
