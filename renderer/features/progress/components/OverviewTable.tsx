import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../../i18n/useLanguage.ts';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import type { OverviewRow } from '../overviewRows.ts';
import { AttentionBadge } from './AttentionBadge.tsx';
import { MonthlyCourse } from './MonthlyCourse.tsx';

interface OverviewTableProps {
  /** From the one that asks for most attention on. */
  rows: readonly OverviewRow[];
  /** True: only what tells where to look, for the home page. */
  isShort?: boolean;
}

function useColumns(rows: readonly OverviewRow[]): readonly GridColumn<OverviewRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const places = new Map(rows.map((row, index) => [row.competencyId, index]));
    const percentOf = (value: number | null): string => (value === null ? '–' : format.percent(value));
    return [
      {
        id: 'competency',
        header: t('progress:column.competency'),
        value: (row) => row.name,
        cell: (row) => <Link href={`/progress/${row.competencyId}`}>{row.name}</Link>,
      },
      {
        id: 'attention',
        header: t('progress:column.attention'),
        value: (row) => places.get(row.competencyId) ?? 0,
        cell: (row) => <AttentionBadge attention={row.attention} />,
      },
      {
        id: 'course',
        header: t('progress:column.course'),
        value: () => null,
        sortable: false,
        cell: (row) => <MonthlyCourse monthly={row.monthly} targetPercent={row.targetPercent} />,
      },
      {
        id: 'latest',
        header: t('progress:column.latestMean'),
        value: (row) => row.latestMeanPercent,
        cell: (row) => percentOf(row.latestMeanPercent),
        align: 'end',
      },
      {
        id: 'target',
        header: t('progress:column.target'),
        value: (row) => row.targetPercent,
        cell: (row) => percentOf(row.targetPercent),
        align: 'end',
      },
      {
        id: 'candidates',
        header: t('progress:column.candidates'),
        value: (row) => row.candidateCount,
        align: 'end',
      },
      {
        id: 'attempts',
        header: t('progress:column.attempts'),
        value: (row) => row.attemptCount,
        cell: (row) => format.number(row.attemptCount),
        align: 'end',
      },
      {
        id: 'last',
        header: t('progress:column.last'),
        value: (row) => row.lastSessionDate,
        cell: (row) => (row.lastSessionDate === null ? '–' : format.day(row.lastSessionDate)),
      },
    ];
  }, [rows, t, format]);
}

const SHORT = new Set(['competency', 'attention', 'course', 'latest', 'target']);

/** Competencies with what each of them needs. */
export function OverviewTable({ rows, isShort = false }: OverviewTableProps): ReactNode {
  const { t } = useTranslation();
  const all = useColumns(rows);
  const columns = useMemo(
    () =>
      isShort ? all.filter(({ id }) => SHORT.has(id)).map((column) => ({ ...column, sortable: false })) : all,
    [all, isShort],
  );
  return (
    <PlainTable
      label={t('progress:overview.label')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.competencyId}
    />
  );
}
