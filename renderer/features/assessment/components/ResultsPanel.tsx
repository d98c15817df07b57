import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultRow } from '#shared/contract/assessment.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/SimpleTable.tsx';
import styles from '../assessment.module.css';
import { AttemptDrawer } from './AttemptDrawer.tsx';
import { CompetitorName } from './CompetitorName.tsx';
import { StateBadge } from './StateBadge.tsx';

function useColumns(onOpen: (attemptId: string) => void): readonly SimpleColumn<ResultRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { id: 'place', header: t('assessment:results.place'), cell: (row) => row.place ?? '–', width: 60 },
    {
      id: 'name',
      header: t('assessment:results.competitor'),
      cell: (row) => <CompetitorName label={row.studentName} memberNames={row.memberNames} />,
    },
    {
      id: 'total',
      header: t('assessment:results.total'),
      align: 'end',
      cell: (row) => format.hundredths(row.totalHundredths),
    },
    {
      id: 'scale',
      header: t('assessment:results.scale'),
      align: 'end',
      cell: (row) => row.scalePoints ?? '–',
    },
    {
      id: 'medal',
      header: t('assessment:results.medal'),
      cell: (row) =>
        row.medal === null ? null : (
          <span title={t(`assessment:medalReason.${row.medal.reason}`)}>
            {t(`assessment:medal.${row.medal.kind}`)}
          </span>
        ),
    },
    {
      id: 'missing',
      header: t('assessment:results.missing'),
      align: 'end',
      cell: (row) => (row.missingCount === 0 ? null : row.missingCount),
    },
    { id: 'state', header: t('assessment:results.state'), cell: (row) => <StateBadge state={row.state} /> },
    {
      id: 'open',
      header: '',
      align: 'end',
      cell: (row) => (
        <Button variant="subtle" size="compact-sm" onClick={() => onOpen(row.attemptId)}>
          {t('assessment:results.open')}
        </Button>
      ),
    },
  ];
}

interface ResultsPanelProps {
  sessionId: string;
  schemeId: string;
  /** Opened at once. */
  attemptId: string | undefined;
}

/** Ranking with medals and the estimated scale; each row opens its way from the marks, its steps and its history. */
export function ResultsPanel({ sessionId, schemeId, attemptId }: ResultsPanelProps): ReactNode {
  const { t } = useTranslation();
  const results = useRouteQuery('assessment.getResults', { sessionId, schemeId });
  const [openId, setOpenId] = useState<string | null>(attemptId ?? null);
  const columns = useColumns(setOpenId);
  return (
    <QueryView query={results}>
      {(data) => {
        const open = data.results.find((row) => row.attemptId === openId);
        return (
          <div className={styles['stack']}>
            <SimpleTable
              label={t('assessment:tab.results')}
              columns={columns}
              rows={data.results}
              rowKey={(row) => row.attemptId}
            />
            <p className={styles['soft']}>{t('assessment:results.estimate')}</p>
            {open === undefined ? null : (
              <AttemptDrawer
                attemptId={open.attemptId}
                title={open.studentName}
                story={
                  open.medal === null ? null : (
                    <Notice tone="good" title={t(`assessment:medal.${open.medal.kind}`)}>
                      <p>{t(`assessment:medalReason.${open.medal.reason}`)}</p>
                    </Notice>
                  )
                }
                onClose={() => setOpenId(null)}
              />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
