import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../i18n/languages.ts';
import { usePrintWords, type PrintWords } from '../../i18n/usePrintWords.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Page } from '../Page.tsx';
import { PageHeader } from '../PageHeader.tsx';
import styles from './Print.module.css';
import { PrintButtons } from './PrintButtons.tsx';
import { usePaperHint } from './savePdf.ts';

interface PrintPageProps {
  title: string;
  /** Whose paper it is: the name of its file says it. */
  subject?: string;
  back: { href: string; label: string };
  /** More buttons, before the one that prints. */
  actions?: (words: PrintWords | null) => ReactNode;
  /** The paper in the language that was chosen for it. */
  children: (words: PrintWords) => ReactNode;
}

/** A paper as it comes out of the printer; its language is chosen apart from that of the screen. */
export function PrintPage({ title, subject, back, actions, children }: PrintPageProps): ReactNode {
  const { t } = useTranslation();
  const [language, setLanguage] = useState(useLanguage());
  const words = usePrintWords(language);
  const hint = usePaperHint();
  return (
    <Page>
      <div className={styles['bar']}>
        <PageHeader
          title={title}
          hint={hint}
          back={back}
          actions={
            <>
              <Select
                w={150}
                aria-label={t('common:print.language')}
                data={languages.map(({ code }) => ({ value: code, label: t(`common:print.in.${code}`) }))}
                value={language}
                allowDeselect={false}
                onChange={(value) => setLanguage(value ?? language)}
              />
              {actions?.(words)}
              <PrintButtons title={subject === undefined ? title : `${title} – ${subject}`} />
            </>
          }
        />
      </div>
      {words === null ? null : (
        <article lang={language} className={styles['sheet']}>
          {children(words)}
        </article>
      )}
    </Page>
  );
}

/** Lines to sign on, two beside each other. */
export function SignatureLines({ people }: { people: readonly string[] }): ReactNode {
  return (
    <div className={styles['signatures']}>
      {people.map((person) => (
        <div key={person} className={styles['signature']}>
          {person}
        </div>
      ))}
    </div>
  );
}

/** A heading and what belongs to it, on one page of the paper. */
export function Together({ children }: { children: ReactNode }): ReactNode {
  return <section className={styles['together']}>{children}</section>;
}
