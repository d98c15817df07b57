import type { CSSProperties, ReactNode } from 'react';
import styles from './IntervalBar.module.css';

interface IntervalBarProps {
  /** What it says, for those who do not see it. */
  label: string;
  value: number;
  low: number;
  high: number;
  /** A line that all bars of a list share; null: none. */
  target?: number | null;
}

const at = (value: number): string => `${Math.min(100, Math.max(0, value))}%`;

/** A value 0…100 with how sure it is: the band is the interval, the mark in it the value. */
export function IntervalBar({ label, value, low, high, target = null }: IntervalBarProps): ReactNode {
  const places = {
    '--low': at(low),
    '--width': at(high - low),
    '--value': at(value),
    '--target': at(target ?? 0),
  } as CSSProperties;
  return (
    <span className={styles['track']} style={places} role="img" aria-label={label} title={label}>
      <span className={styles['band']} />
      {target === null ? null : <span className={styles['target']} />}
      <span className={styles['mark']} />
    </span>
  );
}
