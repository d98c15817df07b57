import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import styles from './Page.module.css';

interface PageProps {
  /**
   * `fill`: as high as the window, a grid inside scrolls. `read`: grows, lines stay readable. `wide`: grows, and takes
   * the width of large screens, for charts.
   */
  kind?: 'fill' | 'read' | 'wide';
  children: ReactNode;
}

/** Frame of a page: its distances, and how it uses the height. */
export function Page({ kind = 'read', children }: PageProps): ReactNode {
  return <div className={classNames(styles['page'], styles[kind])}>{children}</div>;
}

interface CardProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Card({ title, actions, children }: CardProps): ReactNode {
  const titleId = useId();
  return (
    <section className={styles['card']} aria-labelledby={titleId}>
      <div className={styles['cardHead']}>
        <h2 id={titleId} className={styles['cardTitle']}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
