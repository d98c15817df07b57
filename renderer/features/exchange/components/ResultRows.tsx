import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftResultRow } from '#shared/contract/exchangeResults.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { ImportResults } from '../useImportResults.ts';
import styles from './Exchange.module.css';

/** Rows in the page at most; the others follow what is proposed. */
const MOST_SHOWN = 300;
const MOST_PROBLEMS = 5;

function Verdict({ row }: { row: DraftResultRow }): ReactNode {
  const { t } = useTranslation();
  if (row.problems.length > 0) {
    return (
      <ul className={styles['problems']}>
        {row.problems.slice(0, MOST_PROBLEMS).map(({ line, code, what }) => (
          <li key={`${line} ${code} ${what}`}>{t(`exchange:results.problem.${code}`, { line, what })}</li>
        ))}
        {row.problems.length > MOST_PROBLEMS ? (
          <li>{t('exchange:results.moreProblems', { count: row.problems.length - MOST_PROBLEMS })}</li>
        ) : null}
        {row.isBlocked ? null : <li>{t('exchange:results.cellsLeftOut')}</li>}
      </ul>
    );
  }
  if (row.isStored) return <StatusBadge tone="warn">{t('exchange:results.stored')}</StatusBadge>;
  if (row.students.length === 0) {
    return <StatusBadge tone="warn">{t('exchange:results.nobody')}</StatusBadge>;
  }
  return row.students.length > 1 ? (
    <StatusBadge tone="warn">{t('exchange:results.several')}</StatusBadge>
  ) : (
    <StatusBadge tone="good">{t('exchange:results.clear')}</StatusBadge>
  );
}

interface WhoseProps {
  state: ImportResults;
  row: DraftResultRow;
  everybody: readonly { value: string; label: string }[];
}

const labelOf = (name: string, group: string): string => (group === '' ? name : `${name}, ${group}`);

/** Whose the result is: one of those whom the name may mean first, then anybody; nobody leaves it out. */
function Whose({ state, row, everybody }: WhoseProps): ReactNode {
  const { t } = useTranslation();
  const near = row.students.map(({ id, name, groupName }) => ({
    value: id,
    label: labelOf(name, groupName),
  }));
  const isNear = (id: string): boolean => near.some(({ value }) => value === id);
  // Where the name is clear, the long list of everybody is not needed.
  const others = near.length === 1 ? [] : everybody.filter(({ value }) => !isNear(value));
  return (
    <Select
      size="xs"
      aria-label={t('exchange:results.whoseOf', { line: row.line })}
      placeholder={t('exchange:fate.skip')}
      disabled={row.isBlocked}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common:action.clear') }}
      limit={50}
      data={[...near, ...others]}
      value={state.studentOf(row)}
      onChange={(studentId) => state.setStudent(row.line, studentId)}
    />
  );
}

/** Results of the file with what is wrong or known about each, and whose they are. */
export function ResultRows(props: { state: ImportResults; results: readonly DraftResultRow[] }): ReactNode {
  const { state, results } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const students = useRouteQuery('people.listStudents', {}).data?.students;
  const everybody = useMemo(
    () => (students ?? []).map((one) => ({ value: one.id, label: labelOf(fullName(one), one.groupName) })),
    [students],
  );
  // What needs a decision comes first.
  const order = (row: DraftResultRow): number =>
    row.problems.length > 0 ? 0 : row.students.length === 1 && !row.isStored ? 2 : 1;
  const shown = results.toSorted((a, b) => order(a) - order(b) || a.line - b.line).slice(0, MOST_SHOWN);
  return (
    <>
      <SimpleTable
        label={t('exchange:results.found')}
        rows={shown}
        rowKey={({ line }) => String(line)}
        columns={[
          { id: 'line', header: t('exchange:rows.line'), cell: ({ line }) => line, width: 70, align: 'end' },
          { id: 'name', header: t('exchange:field.fullName'), cell: ({ name }) => name },
          {
            id: 'date',
            header: t('exchange:results.field.date'),
            cell: ({ date }) => (date === null ? '' : format.date(date)),
          },
          {
            id: 'marks',
            header: t('exchange:results.marks'),
            align: 'end',
            cell: ({ markCount, notAttemptedCount }) => markCount + notAttemptedCount,
          },
          {
            id: 'sum',
            header: t('exchange:results.sum'),
            align: 'end',
            cell: ({ sumHundredths, maxHundredths }) =>
              maxHundredths === 0
                ? ''
                : t('exchange:results.sumOf', {
                    sum: format.hundredths(sumHundredths),
                    max: format.hundredths(maxHundredths),
                  }),
          },
          { id: 'verdict', header: t('exchange:rows.verdict'), cell: (row) => <Verdict row={row} /> },
          {
            id: 'whose',
            header: t('exchange:results.whose'),
            width: 260,
            cell: (row) => <Whose state={state} row={row} everybody={everybody} />,
          },
        ]}
      />
      {results.length > MOST_SHOWN ? (
        <p className={styles['text']}>{t('exchange:rows.more', { count: results.length - MOST_SHOWN })}</p>
      ) : null}
    </>
  );
}
