import type { ReactNode } from 'react';
import type { ResultRow } from '#shared/contract/assessment.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { classNames } from '../../../ui/classNames.ts';
import { FormHead, Signatures } from './FormParts.tsx';
import styles from './print.module.css';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';

interface ResultFormProps {
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
  results: readonly ResultRow[];
  event: string;
  words: PrintWords;
}

/** Marks of all competitors per criterion, for the experts to sign. */
export function SummaryForm(props: ResultFormProps): ReactNode {
  const { scheme, results, words } = props;
  const { t, format } = words;
  const criteria = scheme.criteria.filter((criterion) => criterion.subCriteria.length > 0);
  const markOf = (row: ResultRow, code: string): string => {
    const sum = row.criteria.find((one) => one.code === code)?.sum;
    return sum === undefined ? '–' : format.hundredths(sum.markHundredths);
  };
  return (
    <section className={classNames(styles['sheet'], styles['landscape'])}>
      <FormHead {...props} title={t('assessment:forms.summary')} />
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '28%' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('assessment:results.competitor')}</th>
            {criteria.map((criterion) => (
              <th key={criterion.id} scope="col" className={styles['small']}>
                {`${criterion.code} ${criterion.name}`}
              </th>
            ))}
            <th scope="col">{t('assessment:results.total')}</th>
            <th scope="col">{t('assessment:results.state')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((row) => (
            <tr key={row.attemptId}>
              <td>{row.studentName}</td>
              {criteria.map((criterion) => (
                <td key={criterion.id} className={styles['number']}>
                  {markOf(row, criterion.code)}
                </td>
              ))}
              <td className={styles['number']}>
                <strong>{format.hundredths(row.totalHundredths)}</strong>
              </td>
              <td className={styles['small']}>{t(`assessment:state.${row.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Signatures words={words} count={6} />
    </section>
  );
}

/** The list of results: places, totals, the scale as an estimate, medals. */
export function ResultsForm(props: ResultFormProps): ReactNode {
  const { results, words } = props;
  const { t, format } = words;
  return (
    <section className={classNames(styles['sheet'], styles['portrait'])}>
      <FormHead {...props} title={t('assessment:forms.results')} />
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '9%' }} />
          <col />
          <col style={{ width: '14%' }} />
          <col style={{ width: '18%' }} />
          <col style={{ width: '22%' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('assessment:results.place')}</th>
            <th scope="col">{t('assessment:results.competitor')}</th>
            <th scope="col">{t('assessment:results.total')}</th>
            <th scope="col">{t('assessment:results.scale')}</th>
            <th scope="col">{t('assessment:results.medal')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((row) => (
            <tr key={row.attemptId}>
              <td>{row.place ?? '–'}</td>
              <td>{row.studentName}</td>
              <td className={styles['number']}>
                {row.place === null
                  ? t(`assessment:state.${row.state}`)
                  : format.hundredths(row.totalHundredths)}
              </td>
              <td className={styles['number']}>{row.scalePoints ?? '–'}</td>
              <td>{row.medal === null ? '' : t(`assessment:medal.${row.medal.kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['small']}>{t('assessment:results.estimate')}</p>
      <Signatures words={words} count={2} />
    </section>
  );
}
