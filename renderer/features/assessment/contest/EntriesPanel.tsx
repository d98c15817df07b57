import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ContestEntry } from '#shared/contract/contest.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import styles from '../assessment.module.css';
import { StateOfContest } from './StateOfContest.tsx';

/** What has to be done next in a competency, in one sentence. */
function NextStep({ entry }: { entry: ContestEntry }): ReactNode {
  const { t } = useTranslation();
  if (entry.state !== 'open') return t(`contest:next.${entry.state}`);
  if (entry.schemeId === null) return t('contest:next.scheme');
  if (entry.competitorCount === 0) return t('contest:next.competitors');
  if (entry.missingCount > 0) return t('contest:next.marks', { count: entry.missingCount });
  const left = entry.competitorCount - entry.readyCount;
  return left > 0 ? t('contest:next.verify', { count: left }) : t('contest:next.freeze');
}

/** Competencies of a championship, each with its next step. */
export function EntriesPanel({
  contest,
  onEdit,
}: {
  contest: RouteOutput<'contest.get'>;
  onEdit: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const competencyName = useCompetencyName();
  if (contest.entries.length === 0) {
    return (
      <EmptyState
        title={t('contest:entries.emptyTitle')}
        text={t('contest:entries.emptyText')}
        primary={
          <Allowed command="championships.update">
            <Button onClick={onEdit}>{t('contest:entries.add')}</Button>
          </Allowed>
        }
      />
    );
  }
  return (
    <SimpleTable
      label={t('contest:tab.competencies')}
      rows={contest.entries}
      rowKey={(entry) => entry.id}
      columns={[
        {
          id: 'name',
          header: t('contest:entries.competency'),
          cell: (entry) => (
            <Link href={`/contests/${contest.id}/competency/${entry.id}`}>
              {competencyName(entry.competencyId)}
            </Link>
          ),
        },
        {
          id: 'scheme',
          header: t('contest:entries.scheme'),
          cell: (entry) =>
            entry.schemeId === null ? (
              '–'
            ) : (
              <>
                {entry.schemeTitle}
                <div className={styles['soft']}>
                  {t('contest:entries.version', { number: entry.schemeVersion ?? 1 })}
                </div>
              </>
            ),
        },
        {
          id: 'competitors',
          header: t('contest:list.competitors'),
          align: 'end',
          cell: (entry) => entry.competitorCount,
        },
        {
          id: 'verified',
          header: t('contest:entries.verified'),
          align: 'end',
          cell: (entry) =>
            t('contest:entries.of', { number: entry.readyCount, count: entry.competitorCount }),
        },
        {
          id: 'state',
          header: t('contest:list.state'),
          cell: (entry) => <StateOfContest state={entry.state} />,
        },
        { id: 'next', header: t('contest:entries.next'), cell: (entry) => <NextStep entry={entry} /> },
      ]}
    />
  );
}
