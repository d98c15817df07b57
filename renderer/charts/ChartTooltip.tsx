import type { CSSProperties, ReactNode } from 'react';
import styles from './Charts.module.css';
import type { Place } from './reading.ts';

interface ChartTooltipProps {
  /** Pixels from the top left corner of the chart. */
  place: Place;
  /** Size of the chart in pixels: the box turns to the side that has room. */
  size: { width: number; height: number };
  title: string;
  lines: readonly string[];
}

/** Words about one point, beside it. Screen readers hear them from the figure itself. */
export function ChartTooltip({ place, size, title, lines }: ChartTooltipProps): ReactNode {
  const isLeft = place.x > size.width / 2;
  const isUp = place.y > size.height / 2;
  const style: CSSProperties = {
    left: place.x,
    top: place.y,
    transform: `translate(${isLeft ? 'calc(-100% - 12px)' : '12px'}, ${isUp ? 'calc(-100% - 4px)' : '4px'})`,
  };
  return (
    <div className={styles['tooltip']} style={style} aria-hidden data-chart-tooltip>
      <strong>{title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
