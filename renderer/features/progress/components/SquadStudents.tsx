import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { classNames } from '../../../ui/classNames.ts';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { Card } from '../../../ui/Page.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { useProgressStore } from '../progress.store.ts';
import type { SquadStudent } from '../progress.queries.ts';
import styles from './Progress.module.css';

interface SquadStudentsProps {
  competencyId: string;
  students: readonly SquadStudent[];
  names: ReadonlyMap<string, string>;
  compared: readonly string[];
}

function useColumns({
  competencyId,
  names,
  compared,
}: Omit<SquadStudentsProps, 'students'>): readonly GridColumn<SquadStudent>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const toggle = useProgressStore((state) => state.toggleCompared);
  return useMemo(() => {
    const nameOf = (row: SquadStudent): string => names.get(row.studentId) ?? '';
    const percentOf = (value: number | null): string => (value === null ? '–' : format.percent(value));
    return [
      {
        id: 'student',
        header: t('progress:column.student'),
        value: nameOf,
        cell: (row) => (
          <>
            {row.standing === 'removed' ? (
              nameOf(row)
            ) : (
              <Link href={`/progress/${competencyId}/${row.studentId}`}>{nameOf(row)}</Link>
            )}
            {row.standing === 'squad' ? null : (
              <span className={styles['standing']}>{t(`progress:squad.standing.${row.standing}`)}</span>
            )}
          </>
        ),
      },
      {
        id: 'latest',
        header: t('progress:column.latest'),
        value: (row) => row.latestPercent,
        cell: (row) => percentOf(row.latestPercent),
        align: 'end',
      },
      {
        id: 'line',
        header: t('progress:column.line'),
        value: (row) => row.trendPercent,
        cell: (row) => percentOf(row.trendPercent),
        align: 'end',
      },
      {
        id: 'attempts',
        header: t('progress:column.attempts'),
        value: (row) => row.attemptCount,
        align: 'end',
      },
      {
        id: 'last',
        header: t('progress:column.last'),
        value: (row) => row.lastDate,
        cell: (row) =>
          row.lastDate === null ? (
            <span className={styles['soft']}>{t('progress:squad.idle')}</span>
          ) : (
            format.day(row.lastDate)
          ),
      },
      {
        id: 'compare',
        header: t('progress:column.compare'),
        value: () => null,
        sortable: false,
        cell: (row) => (
          <Checkbox
            aria-label={t('progress:squad.compare', { name: nameOf(row) })}
            checked={compared.includes(row.studentId)}
            disabled={row.attemptCount === 0}
            onChange={() => toggle(competencyId, row.studentId)}
          />
        ),
      },
    ];
  }, [t, format, toggle, names, compared, competencyId]);
}

const BEST_FIRST = { id: 'line', descending: true };

/** Students of the squad and those who practised with it: where each stands, and who is compared in the chart. */
export function SquadStudents(props: SquadStudentsProps): ReactNode {
  const { t } = useTranslation();
  const columns = useColumns(props);
  return (
    <Card title={t('progress:squad.students')}>
      <p className={classNames(styles['hint'], styles['screenOnly'])}>{t('progress:squad.studentsHint')}</p>
      <PlainTable
        label={t('progress:squad.students')}
        rows={props.students}
        columns={columns}
        rowKey={(row) => row.studentId}
        initialSort={BEST_FIRST}
      />
    </Card>
  );
}
