import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ProgressPoint } from '#shared/contract/progress.ts';
import { ExplainedTotal, explainPath } from '../../../client/ExplainedTotal.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { Card } from '../../../ui/Page.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { marksText } from '../squadSeries.ts';

const NEWEST_FIRST = { id: 'date', descending: true };

/** A student's attempts, the newest first; each leads to its session, and its result to the raw marks. */
export function AttemptList({ points }: { points: readonly ProgressPoint[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    (): readonly GridColumn<ProgressPoint>[] => [
      {
        id: 'date',
        header: t('progress:column.date'),
        value: (row) => row.date,
        cell: (row) => <Link href={`/training/${row.sessionId}`}>{format.date(row.date)}</Link>,
      },
      { id: 'scheme', header: t('progress:column.scheme'), value: (row) => row.schemeTitle },
      {
        id: 'result',
        header: t('progress:column.result'),
        value: (row) => row.percent,
        cell: (row) => <ExplainedTotal href={explainPath(row)} value={format.percent(row.percent)} />,
        align: 'end',
      },
      {
        id: 'marks',
        header: t('progress:column.marks'),
        value: (row) => row.markHundredths,
        cell: (row) => marksText({ t, format }, row),
        align: 'end',
      },
      {
        id: 'duration',
        header: t('progress:column.duration'),
        value: (row) => row.durationMinutes,
        cell: (row) =>
          row.durationMinutes === null
            ? '–'
            : t('progress:student.minutes', { value: format.number(row.durationMinutes) }),
        align: 'end',
      },
    ],
    [t, format],
  );
  return (
    <Card title={t('progress:student.attempts')}>
      <PlainTable
        label={t('progress:student.attemptsLabel')}
        rows={points}
        columns={columns}
        rowKey={(row) => row.attemptId}
        initialSort={NEWEST_FIRST}
      />
    </Card>
  );
}
