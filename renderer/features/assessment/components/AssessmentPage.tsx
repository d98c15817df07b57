import { Select, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { OfCompetency } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { listSchemes } from '../assessment.queries.ts';
import styles from '../assessment.module.css';
import { FormsPanel } from './FormsPanel.tsx';
import { JudgingPanel } from './JudgingPanel.tsx';
import { ResultsPanel } from './ResultsPanel.tsx';
import { TeamPanel } from './TeamPanel.tsx';
import { VerificationPanel } from '../verification/VerificationPanel.tsx';

const views = ['judging', 'team', 'verification', 'results', 'forms'] as const;

interface OpenProps {
  session: RouteOutput<'training.getSession'>;
  view: string | undefined;
  /** The result whose way from the marks is open. */
  attemptId: string | undefined;
}

function OpenAssessment({ session, view, attemptId }: OpenProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const schemes = listSchemes(session);
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = session.attempts.find((attempt) => attempt.id === attemptId)?.schemeId;
  const schemeId = chosen ?? asked ?? schemes[0]?.value;
  const scheme = useRouteQuery('schemes.get', { id: schemeId ?? '' }, { enabled: schemeId !== undefined });
  const sessionId = session.session.id;
  const current = views.find((name) => name === view) ?? 'judging';
  if (schemeId === undefined) {
    return <EmptyState title={t('assessment:empty.title')} text={t('assessment:empty.text')} />;
  }
  return (
    <div className={styles['stack']}>
      {schemes.length > 1 ? (
        <Select
          label={t('assessment:scheme')}
          data={[...schemes]}
          value={schemeId}
          allowDeselect={false}
          onChange={setChosen}
        />
      ) : null}
      <QueryView query={scheme}>
        {(data) => (
          <Tabs
            value={current}
            keepMounted={false}
            onChange={(value) => navigate(`/assessment/${sessionId}/${value ?? ''}`, { replace: true })}
          >
            <Tabs.List mb="md">
              {views.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`assessment:tab.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="judging">
              <JudgingPanel sessionId={sessionId} session={session} scheme={data} />
            </Tabs.Panel>
            <Tabs.Panel value="team">
              <TeamPanel sessionId={sessionId} session={session} scheme={data} />
            </Tabs.Panel>
            <Tabs.Panel value="verification">
              <VerificationPanel key={data.id} sessionId={sessionId} session={session} scheme={data} />
            </Tabs.Panel>
            <Tabs.Panel value="results">
              <ResultsPanel sessionId={sessionId} schemeId={data.id} attemptId={attemptId} />
            </Tabs.Panel>
            <Tabs.Panel value="forms">
              <FormsPanel sessionId={sessionId} scheme={data} />
            </Tabs.Panel>
          </Tabs>
        )}
      </QueryView>
    </div>
  );
}

interface AssessmentPageProps {
  id: string;
  view: string | undefined;
  /** The result whose way from the marks is open. */
  attemptId?: string;
}

/** Marking of a session as at the championship: judges, their scores, results, paper forms. */
export function AssessmentPage({ id, view, attemptId }: AssessmentPageProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useRouteQuery('training.getSession', { id });
  const date = session.data ? format.longDate(session.data.session.date) : '';
  return (
    <Page>
      <PageHeader
        title={t('assessment:title')}
        hint={t('assessment:hint', { date })}
        back={{ href: `/training/${id}`, label: t('assessment:backToSession') }}
      />
      <QueryView query={session}>
        {(data) => (
          <OfCompetency id={data.session.competencyId}>
            <OpenAssessment session={data} view={view} attemptId={attemptId} />
          </OfCompetency>
        )}
      </QueryView>
    </Page>
  );
}
