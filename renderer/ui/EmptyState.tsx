import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import styles from './States.module.css';

interface EmptyStateProps {
  icon?: Icon;
  /** What belongs here. */
  title: string;
  /** Why, and what to do first. */
  text: string;
  /** One button to begin. */
  primary?: ReactNode;
  /** Another way, usually the sample college. */
  secondary?: ReactNode;
}

/** An empty screen teaches: what belongs here, and one button to begin. */
export function EmptyState({ icon: Icon, title, text, primary, secondary }: EmptyStateProps): ReactNode {
  return (
    <div className={classNames(styles['state'], styles['framed'])}>
      {Icon ? (
        <span className={styles['icon']}>
          <Icon size={26} stroke={1.6} aria-hidden />
        </span>
      ) : null}
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {primary || secondary ? (
        <div className={styles['actions']}>
          {primary}
          {secondary}
        </div>
      ) : null}
    </div>
  );
}
