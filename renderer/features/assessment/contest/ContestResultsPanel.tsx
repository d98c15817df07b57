import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import styles from '../assessment.module.css';
import { countMedals } from './medalCount.ts';
import { ResultsTable } from './ResultsTable.tsx';
import { StateOfContest } from './StateOfContest.tsx';

/** As many competencies are drawn at once; of more, one is chosen. */
const MOST_AT_ONCE = 6;

/** Results of all competencies, and medals by student group. */
export function ContestResultsPanel({ championshipId }: { championshipId: string }): ReactNode {
  const { t } = useTranslation();
  const competencyName = useCompetencyName();
  const results = useRouteQuery('contest.getResults', { championshipId });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <QueryView query={results}>
      {({ entries, rules }) => {
        const begun = entries.filter((entry) => entry.results.length > 0);
        if (begun.length === 0) {
          return <EmptyState title={t('contest:results.emptyTitle')} text={t('contest:results.emptyText')} />;
        }
        const isMany = begun.length > MOST_AT_ONCE;
        const current = chosen ?? (isMany ? (begun[0]?.entryId ?? null) : null);
        const shown = current === null ? begun : begun.filter((entry) => entry.entryId === current);
        const medals = countMedals(begun);
        return (
          <div className={styles['stack']}>
            {begun.some((entry) => entry.state === 'open') ? (
              <Notice tone="warn" title={t('contest:results.preliminary')} />
            ) : null}
            <Select
              label={t('contest:entries.competency')}
              maw={420}
              searchable
              data={[
                ...(isMany ? [] : [{ value: '', label: t('contest:results.all') }]),
                ...begun.map((entry) => ({
                  value: entry.entryId,
                  label: competencyName(entry.competencyId),
                })),
              ]}
              value={current ?? ''}
              allowDeselect={false}
              onChange={(value) => setChosen(value === '' ? null : value)}
            />
            {shown.map((entry) => (
              <Card
                key={entry.entryId}
                title={competencyName(entry.competencyId)}
                actions={<StateOfContest state={entry.state} />}
              >
                <ResultsTable label={competencyName(entry.competencyId)} entry={entry} rules={rules} />
              </Card>
            ))}
            <p className={styles['soft']}>{t('assessment:results.estimate')}</p>
            {medals.length === 0 ? null : (
              <Card title={t('contest:medals.title')}>
                <SimpleTable
                  label={t('contest:medals.title')}
                  rows={medals}
                  rowKey={(row) => row.groupName}
                  columns={[
                    {
                      id: 'group',
                      header: t('contest:medals.group'),
                      cell: (row) => row.groupName || t('contest:medals.noGroup'),
                    },
                    ...(['gold', 'silver', 'bronze', 'medallion'] as const).map((kind) => ({
                      id: kind,
                      header: t(`assessment:medal.${kind}`),
                      align: 'end' as const,
                      cell: (row: (typeof medals)[number]) => row[kind],
                    })),
                    {
                      id: 'points',
                      header: t('contest:medals.points'),
                      align: 'end',
                      cell: (row) => <strong>{row.points}</strong>,
                    },
                  ]}
                />
                <p className={styles['soft']}>{t('contest:rules.points')}</p>
              </Card>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
