import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftPerson } from '#shared/contract/exchange.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { fatesOf, type ImportPeople } from '../useImportPeople.ts';
import styles from './Exchange.module.css';

/** Rows in the page at most; the others follow what is proposed. */
const MOST_SHOWN = 300;

function Verdict({ row }: { row: DraftPerson }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.problems.length > 0) {
    return (
      <ul className={styles['problems']}>
        {row.problems.map(({ field, code }) => (
          <li key={`${field}${code}`}>
            {t(`exchange:problem.${code}`, { field: t(`exchange:field.${field}`) })}
          </li>
        ))}
      </ul>
    );
  }
  if (row.sameAsLine !== null) {
    return <StatusBadge tone="warn">{t('exchange:twice', { line: row.sameAsLine })}</StatusBadge>;
  }
  const known = row.same[0];
  if (!known) return <StatusBadge tone="good">{t('exchange:new')}</StatusBadge>;
  const details = [known.groupName, known.birthDate === null ? '' : format.day(known.birthDate)];
  const who = [known.name, ...details.filter((detail) => detail !== '')].join(', ');
  return <StatusBadge tone="info">{t('exchange:known', { who })}</StatusBadge>;
}

/** Rows of the file with what is wrong or known about each, and what becomes of it. */
export function ImportRows({
  state,
  rows,
}: {
  state: ImportPeople;
  rows: readonly DraftPerson[];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = ({ student }: DraftPerson): string =>
    [student.surname, student.givenName, student.patronymic].filter((part) => part !== '').join(' ');
  // What needs a decision comes first.
  const order = (row: DraftPerson): number => (row.problems.length > 0 ? 0 : row.same.length > 0 ? 1 : 2);
  const shown = rows.toSorted((a, b) => order(a) - order(b) || a.line - b.line).slice(0, MOST_SHOWN);
  return (
    <>
      <SimpleTable
        label={t('exchange:rows.title')}
        rows={shown}
        rowKey={({ line }) => String(line)}
        columns={[
          { id: 'line', header: t('exchange:rows.line'), cell: ({ line }) => line, width: 70, align: 'end' },
          { id: 'name', header: t('exchange:field.fullName'), cell: nameOf },
          { id: 'group', header: t('exchange:field.groupName'), cell: ({ student }) => student.groupName },
          {
            id: 'birth',
            header: t('exchange:field.birthDate'),
            cell: ({ student }) => (student.birthDate === null ? '' : format.day(student.birthDate)),
          },
          { id: 'verdict', header: t('exchange:rows.verdict'), cell: (row) => <Verdict row={row} /> },
          {
            id: 'fate',
            header: t('exchange:rows.fate'),
            width: 170,
            cell: (row) => (
              <Select
                size="xs"
                aria-label={t('exchange:rows.fateOf', { line: row.line })}
                allowDeselect={false}
                disabled={fatesOf(row).length === 1}
                data={fatesOf(row).map((value) => ({ value, label: t(`exchange:fate.${value}`) }))}
                value={state.fateOf(row)}
                onChange={(value) => value !== null && state.setFate(row.line, value)}
              />
            ),
          },
        ]}
      />
      {rows.length > MOST_SHOWN ? (
        <p className={styles['text']}>{t('exchange:rows.more', { count: rows.length - MOST_SHOWN })}</p>
      ) : null}
    </>
  );
}
