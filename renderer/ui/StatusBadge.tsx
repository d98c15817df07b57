import type { ReactNode } from 'react';
import styles from './StatusBadge.module.css';

/** How a state should be felt; the word always says it too. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm';

interface StatusBadgeProps {
  tone?: Tone;
  children: ReactNode;
}

/** A short word about a state. */
export function StatusBadge({ tone = 'calm', children }: StatusBadgeProps): ReactNode {
  return (
    <span className={styles['badge']} data-tone={tone}>
      {children}
    </span>
  );
}
