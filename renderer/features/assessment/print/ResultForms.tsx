import type { ReactNode } from 'react';
import type { ResultRow } from '#shared/contract/assessment.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { classNames } from '../../../ui/classNames.ts';
import { FormHead, FormTail, Legend, PrintedName, Signatures } from './FormParts.tsx';
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
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '29%' }} />
          {criteria.map((criterion) => (
            <col key={criterion.id} />
          ))}
          <col style={{ width: '9%' }} />
          <col style={{ width: '13%' }} />
        </colgroup>
        <thead>
          <FormHead {...props} columns={3 + criteria.length} title={t('assessment:forms.summary')} />
          <tr>
            <th scope="col">{t('assessment:results.competitor')}</th>
            {criteria.map((criterion) => (
              <th key={criterion.id} scope="col" className={styles['number']}>
                {criterion.code}
              </th>
            ))}
            <th scope="col">{t('assessment:results.total')}</th>
            <th scope="col">{t('assessment:results.state')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((row) => (
            <tr key={row.attemptId}>
              <td>
                <PrintedName label={row.studentName} memberNames={row.memberNames} />
              </td>
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
        <FormTail columns={3 + criteria.length}>
          <Legend
            lines={criteria.map(({ code, name, subCriteria }) => ({
              sign: code,
              text: `${name} (${format.hundredths(
                subCriteria
                  .flatMap((form) => form.aspects)
                  .reduce((sum, aspect) => sum + aspect.maxHundredths, 0),
              )})`,
            }))}
          />
          <Signatures words={words} count={6} />
        </FormTail>
      </table>
    </section>
  );
}

/** The list of results: places, totals, the scale as an estimate, medals. */
export function ResultsForm(props: ResultFormProps): ReactNode {
  const { results, words } = props;
  const { t, format } = words;
  return (
    <section className={classNames(styles['sheet'], styles['portrait'])}>
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '9%' }} />
          <col />
          <col style={{ width: '20%' }} />
          <col style={{ width: '14%' }} />
          <col style={{ width: '19%' }} />
        </colgroup>
        <thead>
          <FormHead {...props} columns={5} title={t('assessment:forms.results')} />
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
              <td>
                <PrintedName label={row.studentName} memberNames={row.memberNames} />
              </td>
              <td className={styles['number']}>
                {row.place === null ? (
                  <span className={styles['small']}>{t(`assessment:state.${row.state}`)}</span>
                ) : (
                  format.hundredths(row.totalHundredths)
                )}
              </td>
              <td className={styles['number']}>{row.scalePoints ?? '–'}</td>
              <td>{row.medal === null ? '' : t(`assessment:medal.${row.medal.kind}`)}</td>
            </tr>
          ))}
        </tbody>
        <FormTail columns={5}>
          <p className={styles['small']}>{t('assessment:results.estimate')}</p>
          <Signatures words={words} count={2} />
        </FormTail>
      </table>
    </section>
  );
}
