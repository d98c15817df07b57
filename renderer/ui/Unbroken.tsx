import type { ReactNode } from 'react';
import styles from './Unbroken.module.css';

/** Text that stays in one line: a day, the short name of a group. */
export function Unbroken({ children }: { children: ReactNode }): ReactNode {
  return <span className={styles['unbroken']}>{children}</span>;
}
