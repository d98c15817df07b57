import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  tone?: 'info' | 'warn' | 'bad' | 'good';
  icon?: Icon;
  title: string;
  children?: ReactNode;
}

/** Something to know, where it matters: a warning in a form, a hint above a list. */
export function Notice({ tone = 'info', icon: NoticeIcon, title, children }: NoticeProps): ReactNode {
  return (
    <div className={styles['notice']} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      {NoticeIcon ? <NoticeIcon size={18} className={styles['icon']} aria-hidden /> : null}
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children}
      </div>
    </div>
  );
}
