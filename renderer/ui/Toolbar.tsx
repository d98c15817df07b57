import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  /** Search and filters. */
  children: ReactNode;
  /** How many rows there are, in words. */
  count?: string;
}

/** The line above a list: search, filters, and how many there are. */
export function Toolbar({ children, count }: ToolbarProps): ReactNode {
  return (
    <div className={styles['toolbar']}>
      {children}
      {count === undefined ? null : (
        <span className={styles['count']} role="status">
          {count}
        </span>
      )}
    </div>
  );
}
