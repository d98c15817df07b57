import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { FormsPanel } from '../components/FormsPanel.tsx';
import { JudgingPanel } from '../components/JudgingPanel.tsx';
import { TeamPanel } from '../components/TeamPanel.tsx';
import { VerificationPanel } from '../verification/VerificationPanel.tsx';
import styles from '../assessment.module.css';
import { CompetitorsPanel } from './CompetitorsPanel.tsx';
import { inRunningOrder } from './contestModel.ts';
import { DaysTable } from './DaysTable.tsx';
import { MarksPanel, type SheetSlot } from './MarksPanel.tsx';
import { ResultsTable } from './ResultsTable.tsx';

const views = ['competitors', 'teams', 'marks', 'judging', 'verification', 'results', 'forms'] as const;
type View = (typeof views)[number];

type EntryAnswer = RouteOutput<'contest.getEntry'>;

interface MarkedProps {
  answer: EntryAnswer;
  view: View;
  formId: string | undefined;
  sheet: SheetSlot;
  competitorId: string | undefined;
}

/** Parts that need a scheme and the session that holds the marks. */
function MarkedView({ answer, view, formId, sheet, competitorId }: MarkedProps): ReactNode {
  const { t } = useTranslation();
  const sessionId = answer.entry.sessionId ?? '';
  const schemeId = answer.entry.schemeId ?? '';
  const session = useRouteQuery('training.getSession', { id: sessionId }, { enabled: sessionId !== '' });
  const scheme = useRouteQuery('schemes.get', { id: schemeId }, { enabled: schemeId !== '' });
  const results = useRouteQuery(
    'contest.getResults',
    { championshipId: answer.contest.id, entryId: answer.entry.id },
    { enabled: view === 'results' },
  );
  if (sessionId === '' || answer.competitors.length === 0) {
    return <EmptyState title={t('contest:entry.notReadyTitle')} text={t('contest:entry.notReadyText')} />;
  }
  if (view === 'marks') return <MarksPanel answer={answer} formId={formId} sheet={sheet} />;
  if (view === 'results') {
    return (
      <QueryView query={results}>
        {({ entries, rules }) =>
          entries.map((entry) => (
            <div key={entry.entryId} className={styles['stack']}>
              <ResultsTable
                label={t('contest:tab.results')}
                entry={entry}
                rules={rules}
                openedId={competitorId}
              />
              <p className={styles['soft']}>{t('assessment:results.estimate')}</p>
            </div>
          ))
        }
      </QueryView>
    );
  }
  return (
    <QueryView query={session}>
      {(data) => (
        <QueryView query={scheme}>
          {(schemeData) => {
            const begun = answer.competitors.flatMap(({ attemptId }) =>
              attemptId === null ? [] : [{ attemptId }],
            );
            const own = { sessionId, session: inRunningOrder(data, begun), scheme: schemeData };
            if (view === 'judging') return <JudgingPanel {...own} />;
            if (view === 'verification') {
              return (
                <VerificationPanel
                  {...own}
                  days={new Map(answer.forms.map((form) => [form.subCriterionId, form.day]))}
                />
              );
            }
            if (view === 'forms') return <FormsPanel sessionId={sessionId} scheme={schemeData} />;
            return (
              <div className={styles['stack']}>
                <DaysTable answer={answer} />
                <TeamPanel {...own} />
              </div>
            );
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

interface ContestEntryPageProps {
  entryId: string;
  view: string | undefined;
  /** The sub-criterion or day whose marks are entered. */
  formId?: string;
  /** The score grid, which belongs to another feature. */
  sheet: SheetSlot;
  /** The competitor whose result is explained at once. */
  competitorId?: string;
}

function OpenEntry({
  answer,
  view,
  formId,
  sheet,
  competitorId,
}: Omit<ContestEntryPageProps, 'entryId'> & { answer: EntryAnswer }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const competencyName = useCompetencyName();
  const { entry, contest } = answer;
  const current = views.find((name) => name === view) ?? 'competitors';
  const base = `/contests/${contest.id}/competency/${entry.id}`;
  return (
    <>
      <PageHeader
        title={competencyName(entry.competencyId)}
        hint={
          entry.schemeId === null
            ? t('contest:next.scheme')
            : `${entry.schemeTitle} · ${t('contest:entries.version', { number: entry.schemeVersion ?? 1 })}`
        }
        back={{ href: `/contests/${contest.id}`, label: contest.name }}
      />
      {entry.state === 'open' ? null : (
        <Notice tone="info" title={t(`contest:closed.${entry.state}`)}>
          <p>{t('contest:closed.how')}</p>
        </Notice>
      )}
      {entry.state === 'open' && entry.stateReason !== '' ? (
        <Notice tone="warn" title={t('contest:closed.reopened', { reason: entry.stateReason })} />
      ) : null}
      <Tabs
        value={current}
        keepMounted={false}
        className={styles['tabs'] ?? ''}
        onChange={(value) => navigate(`${base}/${value ?? ''}`, { replace: true })}
      >
        <Tabs.List mb="md">
          {views.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`contest:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current} className={styles['panel'] ?? ''}>
          {current === 'competitors' ? (
            <CompetitorsPanel answer={answer} />
          ) : (
            <MarkedView
              answer={answer}
              view={current}
              formId={formId}
              sheet={sheet}
              competitorId={competitorId}
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** A competency of a championship: competitors and their order, days and judges, marks, results, paper. */
export function ContestEntryPage({ entryId, ...rest }: ContestEntryPageProps): ReactNode {
  const answer = useRouteQuery('contest.getEntry', { entryId });
  return (
    <Page kind={rest.view === 'marks' ? 'fill' : 'wide'}>
      <QueryView query={answer}>{(data) => <OpenEntry answer={data} {...rest} />}</QueryView>
    </Page>
  );
}
