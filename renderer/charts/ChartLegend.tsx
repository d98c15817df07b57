import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Charts.module.css';
import { shapePath } from './seriesStyle.ts';
import type { SeriesStyle } from './seriesStyle.ts';

/** What one sign of a chart means. */
export interface LegendItem {
  id: string;
  label: string;
  style: SeriesStyle;
  has: 'points' | 'line' | 'both';
}

const WIDTH = 28;
const HEIGHT = 14;

function LegendSign({ style, has }: Pick<LegendItem, 'style' | 'has'>): ReactNode {
  const path = shapePath(style.shape, [WIDTH / 2, HEIGHT / 2], 4.5);
  const isRing = style.shape === 'ring';
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden>
      {has === 'points' ? null : (
        <path
          d={`M1 ${HEIGHT / 2}H${WIDTH - 1}`}
          stroke={style.color}
          strokeWidth={2.5}
          strokeDasharray={style.dash}
          fill="none"
        />
      )}
      {has === 'line' ? null : (
        <path
          d={path}
          fill={isRing ? 'var(--shyng-surface)' : style.color}
          stroke={style.color}
          strokeWidth={isRing ? 1.75 : 0}
        />
      )}
    </svg>
  );
}

/** What the signs of a chart mean. */
export function ChartLegend({ items }: { items: readonly LegendItem[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={styles['legend']} aria-label={t('charts:legend')} data-chart-legend>
      {items.map((item) => (
        <li key={item.id}>
          <LegendSign style={item.style} has={item.has} />
          <span>{item.label}</span>
        </li>
      ))}
    </ul>
  );
}
