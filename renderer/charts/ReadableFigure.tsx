import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Charts.module.css';
import type { Reading } from './useReading.ts';

interface ReadableFigureProps {
  /** What the chart shows, in a few words. */
  label: string;
  reading: Reading;
  /** How many points can be read. */
  count: number;
  /** The point that is read, in words. */
  spoken: string;
  isVertical?: boolean;
  frame: Ref<HTMLDivElement>;
  children: ReactNode;
}

/**
 * The part of a chart that is drawn. For assistive technology it is a slider over the points: each key tells the next
 * one in words, in every screen reader, with no live region to race against.
 */
export function ReadableFigure(props: ReadableFigureProps): ReactNode {
  const { t } = useTranslation();
  const { label, reading, count, spoken, isVertical, frame, children } = props;
  const shown = reading.active === null ? count : reading.active + 1;
  return (
    <div
      ref={frame}
      className={styles['plot']}
      role="slider"
      tabIndex={count === 0 ? -1 : 0}
      aria-roledescription={t('charts:kind')}
      aria-label={label}
      aria-orientation={isVertical === true ? 'vertical' : 'horizontal'}
      aria-valuemin={Math.min(1, count)}
      aria-valuemax={count}
      aria-valuenow={shown}
      aria-valuetext={spoken === '' ? t('charts:ready', { count }) : spoken}
      onKeyDown={reading.onKeyDown}
      onBlur={() => reading.setActive(null)}
      onPointerLeave={() => reading.setActive(null)}
    >
      {children}
    </div>
  );
}
