import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { fullName, localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useSquadForecast } from '../useSquadForecast.ts';
import { AgreementCard } from './AgreementCard.tsx';
import { SquadGoalsCard } from './GoalsCard.tsx';
import styles from './Insight.module.css';
import { JudgesCard } from './JudgesCard.tsx';
import { NothingYet } from './NothingYet.tsx';
import { SpreadChart } from './SpreadChart.tsx';
import { ComparisonChart, CoverageChart, SquadForecastChart } from './SquadCharts.tsx';

type Squad = RouteOutput<'insight.squad'>;

interface PartProps {
  subject: string;
  competencyId: string;
  squad: Squad;
}

const PARTS = ['level', 'sections', 'regularity', 'depth'] as const;

/** How ready the squad is, and what that is made of. */
function ReadinessCard({ squad }: { squad: Squad }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { readiness } = squad;
  return (
    <Card title={`${t('insight:readiness.squadTitle')}: ${format.percent(readiness.value, 0)}`}>
      <p className={styles['words']}>{t('insight:readiness.hint')}</p>
      <Facts
        facts={PARTS.map((part) => {
          const value = readiness.parts[part];
          return {
            term: t(`insight:readiness.part.${part}`),
            value: value === null ? null : format.percent(value, 0),
          };
        })}
      />
    </Card>
  );
}

/** Names of those who have not practised for three weeks. */
function IdleCard({ competencyId, squad }: PartProps): ReactNode {
  const { t } = useTranslation();
  const idle = squad.members.filter((member) => member.idleDays === null || member.idleDays > LONG_IDLE_DAYS);
  return (
    <Card title={t('insight:idle.title')}>
      {idle.length === 0 ? (
        <p className={styles['soft']}>{t('insight:idle.none')}</p>
      ) : (
        <ul className={styles['goals']}>
          {idle.slice(0, MOST_IDLE).map((member) => (
            <li key={member.studentId} className={styles['idle']}>
              <Link href={`/insight/${competencyId}/${member.studentId}`}>{fullName(member)}</Link>
              <span className={styles['soft']}>
                {member.idleDays === null
                  ? t('insight:idle.never')
                  : t('insight:days', { count: member.idleDays })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const LONG_IDLE_DAYS = 21;
const MOST_IDLE = 20;

function Forecasts({ subject, competencyId, squad }: PartProps): ReactNode {
  const { t } = useTranslation();
  const run = useSquadForecast(competencyId);
  return (
    <>
      <Card
        title={t('insight:forecast.run')}
        actions={
          run.state === 'running' ? (
            <Button variant="default" onClick={run.cancel}>
              {t('common:action.cancel')}
            </Button>
          ) : (
            <Button variant="default" onClick={run.start}>
              {t('insight:forecast.run')}
            </Button>
          )
        }
      >
        {run.state === 'running' ? (
          <Progress
            value={run.total === 0 ? 0 : (100 * run.done) / run.total}
            aria-label={t('insight:forecast.running')}
            animated
          />
        ) : null}
        {run.state === 'failed' ? <p className={styles['soft']}>{errorSentence(t, run.error)}</p> : null}
        {run.answer === null ? <p className={styles['soft']}>{t('insight:forecast.runHint')}</p> : null}
      </Card>
      {run.answer === null ? null : (
        <SquadForecastChart subject={subject} squad={squad} answer={run.answer} />
      )}
    </>
  );
}

/** A squad: who stands where and how sure that is, forecasts, goals, sections, spread, judges. */
export function SquadInsightPage({ competencyId }: { competencyId: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useRouteQuery('insight.squad', { competencyId });
  const competency = useRouteQuery('competencies.get', { id: competencyId });
  const subject = competency.data ? localized(competency.data.name, language) : t('nav:insight');
  return (
    <Page kind="wide">
      <PageHeader
        title={subject}
        back={{ href: '/insight', label: t('nav:insight') }}
        actions={
          <Button component={Link} href={`/progress/${competencyId}`} variant="default">
            {t('nav:progress')}
          </Button>
        }
      />
      <QueryView query={query}>
        {(squad) => {
          const part = { subject, competencyId, squad };
          return squad.members.length === 0 ? (
            <NothingYet href={`/competencies/${competencyId}`} />
          ) : (
            <>
              <ComparisonChart {...part} />
              <div className={styles['columns']}>
                <ReadinessCard squad={squad} />
                <IdleCard {...part} />
              </div>
              <Forecasts {...part} />
              <SquadGoalsCard competencyId={competencyId} />
              <CoverageChart {...part} />
              <SpreadChart {...part} />
              <JudgesCard competencyId={competencyId} />
              <AgreementCard competencyId={competencyId} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
