import type { ReactNode } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import styles from './print.module.css';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';

interface FormHeadProps {
  title: string;
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
  words: PrintWords;
  /** Name of the championship; '' in everyday practice. */
  event: string;
  competitor?: string;
}

/** The head of each form: what it is, of which scheme and version, when, and for whom. */
export function FormHead({ title, session, scheme, words, event, competitor }: FormHeadProps): ReactNode {
  const { t, format } = words;
  return (
    <>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['meta']}>
        {event === '' ? null : <span>{event}</span>}
        <span>{scheme.title}</span>
        <span>{t('assessment:print.version', { number: scheme.version })}</span>
        <span>{format.longDate(session.session.date)}</span>
        {competitor === undefined ? null : (
          <strong>{t('assessment:print.competitor', { name: competitor })}</strong>
        )}
      </p>
    </>
  );
}

/** Lines to sign on. */
export function Signatures({ words, count }: { words: PrintWords; count: number }): ReactNode {
  return (
    <div className={styles['signatures']}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles['line']}>
          {words.t('assessment:print.signature', { number: index + 1 })}
        </div>
      ))}
    </div>
  );
}
