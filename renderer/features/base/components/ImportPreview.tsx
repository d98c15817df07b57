import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { useAmounts } from '../useAmounts.ts';
import styles from './Base.module.css';

const MOST_PROBLEMS = 200;

/** What a workbook would become, and what should be looked at, row by row. */
export function ImportPreview({ answer }: { answer: RouteOutput<'base.importItems'> }): ReactNode {
  const { t } = useTranslation();
  const { money } = useAmounts();
  const errors = answer.problems.filter(({ isError }) => isError);
  return (
    <section>
      <h3 className={styles['heading']} role="status">
        {t('base:import.found', { count: answer.itemCount })}
      </h3>
      {answer.problems.length === 0 ? (
        <Notice tone="good" title={t('base:import.noProblems')} />
      ) : (
        <Notice
          tone={errors.length > 0 ? 'bad' : 'warn'}
          title={t('base:import.problems', {
            errors: errors.length,
            doubts: answer.problems.length - errors.length,
          })}
        >
          <ul className={styles['problems']} tabIndex={0} aria-label={t('base:import.problemList')}>
            {answer.problems.slice(0, MOST_PROBLEMS).map((problem) => (
              <li key={`${problem.row}/${problem.code}`}>
                {t('base:import.row', { row: problem.row })}{' '}
                {t(`base:problem.${problem.code}`, { value: problem.value })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {answer.preview.length === 0 ? null : (
        <SimpleTable
          label={t('base:import.preview')}
          rows={answer.preview.map((row, index) => ({ ...row, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            { id: 'name', header: t('base:column.item'), cell: (row) => row.name },
            {
              id: 'category',
              header: t('base:column.category'),
              cell: (row) => t(`base:category.${row.category}`),
            },
            {
              id: 'price',
              header: t('base:column.price'),
              align: 'end',
              cell: (row) => (row.priceTiyn === null ? '' : money(row.priceTiyn)),
            },
          ]}
        />
      )}
    </section>
  );
}
