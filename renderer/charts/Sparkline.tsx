import type { ReactNode } from 'react';
import styles from './Charts.module.css';
import { seriesStyle, targetStyle } from './seriesStyle.ts';
import { drawSpark } from './sparkPath.ts';

interface SparklineProps {
  /** The course in words: what a sighted person sees in it. */
  label: string;
  /** Percentages, oldest first. */
  values: readonly number[];
  target?: number | null;
  width?: number;
  height?: number;
}

/**
 * A course in the size of a word. Drawn without the chart library: a table of sixty of them has to open at once, and
 * the home page must not fetch the library for them.
 */
export function Sparkline({
  label,
  values,
  target = null,
  width = 132,
  height = 34,
}: SparklineProps): ReactNode {
  const { path, last, targetY } = drawSpark(values, target, { width, height, padding: 4 });
  const { color } = seriesStyle(0);
  if (last === null) return null;
  return (
    <svg className={styles['spark']} width={width} height={height} role="img" aria-label={label}>
      {targetY === null ? null : (
        <path
          d={`M0 ${targetY}H${width}`}
          stroke={targetStyle.color}
          strokeWidth={1.25}
          strokeDasharray="4 3"
        />
      )}
      <path d={path} fill="none" stroke={color} strokeWidth={1.75} strokeLinejoin="round" />
      <circle cx={last.x} cy={last.y} r={2.75} fill={color} />
    </svg>
  );
}
