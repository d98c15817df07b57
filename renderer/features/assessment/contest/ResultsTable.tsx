import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestEntryResults, ContestResult } from '#shared/contract/contest.ts';
import type { MedalRules } from '#shared/domain/assessment/medals.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { AttemptDrawer } from '../components/AttemptDrawer.tsx';
import { CompetitorName } from '../components/CompetitorName.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import { medalSentence, scaleSentence } from './contestModel.ts';

interface StoryProps {
  entry: ContestEntryResults;
  result: ContestResult;
  rules: MedalRules;
}

/** Why this medal or none, and how the estimate was computed. */
function ResultStory({ entry, result, rules }: StoryProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const title = result.medal === null ? t('contest:story.title') : t(`assessment:medal.${result.medal.kind}`);
  return (
    <>
      <Notice tone={result.medal === null ? 'info' : 'good'} title={title}>
        <p>{medalSentence(t, format, { result, tieHundredths: rules.tieHundredths })}</p>
        {result.isTied ? <p>{t('contest:story.samePlace', { place: result.place ?? 0 })}</p> : null}
      </Notice>
      <Notice title={t('assessment:results.scale')}>
        <p>{scaleSentence(t, format, { result, scale: entry.scale })}</p>
        <p>{t('assessment:results.estimate')}</p>
      </Notice>
    </>
  );
}

interface ResultsTableProps {
  label: string;
  entry: ContestEntryResults;
  rules: MedalRules;
  /** The competitor whose way from the raw marks is open at once. */
  openedId?: string | undefined;
}

/** Places, totals, the estimate and medals of a competency; each row opens its way from the raw marks. */
export function ResultsTable({ label, entry, rules, openedId }: ResultsTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [openId, setOpenId] = useState<string | null>(openedId ?? null);
  const open = entry.results.find((row) => row.competitorId === openId);
  return (
    <>
      <SimpleTable
        label={label}
        rows={entry.results}
        rowKey={(row) => row.competitorId}
        columns={[
          { id: 'place', header: t('assessment:results.place'), cell: (row) => row.place ?? '–', width: 64 },
          {
            id: 'name',
            header: t('assessment:results.competitor'),
            cell: (row) => (
              <CompetitorName label={row.label} memberNames={row.members.map((member) => member.name)} />
            ),
          },
          {
            id: 'total',
            header: t('assessment:results.total'),
            align: 'end',
            cell: (row) => (row.place === null ? '–' : format.hundredths(row.totalHundredths)),
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
            cell: (row) => (row.medal === null ? null : t(`assessment:medal.${row.medal.kind}`)),
          },
          {
            id: 'missing',
            header: t('assessment:results.missing'),
            align: 'end',
            cell: (row) => (row.missingCount === 0 || row.place === null ? null : row.missingCount),
          },
          {
            id: 'state',
            header: t('assessment:results.state'),
            cell: (row) => <StateBadge state={row.state} />,
          },
          {
            id: 'open',
            header: '',
            align: 'end',
            cell: (row) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${t('assessment:results.open')}: ${row.label}`}
                onClick={() => setOpenId(row.competitorId)}
              >
                {t('assessment:results.open')}
              </Button>
            ),
          },
        ]}
      />
      {open === undefined ? null : (
        <AttemptDrawer
          attemptId={open.attemptId}
          title={open.label}
          story={<ResultStory entry={entry} result={open} rules={rules} />}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  );
}
