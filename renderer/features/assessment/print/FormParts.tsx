import type { ReactNode } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { membersText } from '../components/CompetitorName.tsx';
import styles from './print.module.css';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';

interface FormHeadProps {
  title: string;
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
  words: PrintWords;
  /** Name of the championship; '' in everyday practice. */
  event: string;
  competitor?: { label: string; memberNames: readonly string[] };
  /** Columns of the table that it heads. */
  columns: number;
}

/**
 * The head of each form: what it is, of which scheme and version, when, and for whom. It is a row of the table's head,
 * so that it stands on every page that the table goes on to.
 */
export function FormHead(props: FormHeadProps): ReactNode {
  const { title, session, scheme, words, event, competitor, columns } = props;
  const { t, format } = words;
  const members = competitor === undefined ? '' : membersText(competitor.label, competitor.memberNames);
  return (
    <tr>
      <td colSpan={columns} className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <p className={styles['meta']}>
          {event === '' ? null : <span>{event}</span>}
          <span>{scheme.title}</span>
          <span>{t('assessment:print.version', { number: scheme.version })}</span>
          <span>{format.longDate(session.session.date)}</span>
        </p>
        {competitor === undefined ? null : (
          <p className={styles['whose']}>
            <strong>{t('assessment:print.competitor', { name: competitor.label })}</strong>
            {members === '' ? null : ` (${members})`}
          </p>
        )}
      </td>
    </tr>
  );
}

/** A competitor in a cell: the team's members stand under its name. */
export function PrintedName({
  label,
  memberNames,
}: {
  label: string;
  memberNames: readonly string[];
}): ReactNode {
  const members = membersText(label, memberNames);
  return (
    <>
      {label}
      {members === '' ? null : <div className={styles['small']}>{members}</div>}
    </>
  );
}

/** The end of a form, as a row of its table: it stays together, and where it comes on a page of its own the head does too. */
export function FormTail({ columns, children }: { columns: number; children: ReactNode }): ReactNode {
  return (
    <tbody>
      <tr>
        <td colSpan={columns} className={styles['head']}>
          {children}
        </td>
      </tr>
    </tbody>
  );
}

/** What numbers or letters at the head of columns stand for. */
export function Legend({ lines }: { lines: readonly { sign: string; text: string }[] }): ReactNode {
  return (
    <ul className={styles['legend']}>
      {lines.map(({ sign, text }) => (
        <li key={sign}>
          <strong>{sign}</strong> {text}
        </li>
      ))}
    </ul>
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
