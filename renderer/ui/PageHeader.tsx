import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** One sentence: what the screen answers, or what to do next. */
  hint?: ReactNode;
  /** The page above this one. */
  back?: { href: string; label: string };
  /** Buttons, the most important one last. */
  actions?: ReactNode;
}

/** The head of each page: its one h1, also the title of the window. */
export function PageHeader({ title, hint, back, actions }: PageHeaderProps): ReactNode {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · ${t('common:productName')}`);
  return (
    <header className={styles['header']}>
      <div className={styles['words']}>
        {back ? (
          <Link href={back.href} className={styles['back']}>
            <IconArrowLeft size={14} aria-hidden />
            {back.label}
          </Link>
        ) : null}
        <h1 className={styles['title']}>{title}</h1>
        {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
      </div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </header>
  );
}
