import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SquadMember } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { fullName, localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useSquadForecast } from '../useSquadForecast.ts';
import { FigureTable } from './FigureTable.tsx';
import styles from './Insight.module.css';
import { SquadGoalsCard } from './GoalsCard.tsx';
import { AgreementCard } from './AgreementCard.tsx';
import { JudgesCard } from './JudgesCard.tsx';

type Squad = RouteOutput<'insight.squad'>;

interface PartProps {
  competencyId: string;
  squad: Squad;
}

function Comparison({ competencyId, squad }: PartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (value: number | null): string => (value === null ? '–' : format.percent(value, 1));
  const barOf = (member: SquadMember): ReactNode => {
    const { adjustedPercent, low, high } = member;
    if (adjustedPercent === null || low === null || high === null) return t('insight:squad.nothing');
    const label = t('insight:squad.bar', {
      value: format.percent(adjustedPercent, 0),
      low: format.percent(low, 0),
      high: format.percent(high, 0),
    });
    return (
      <IntervalBar label={label} value={adjustedPercent} low={low} high={high} target={squad.targetPercent} />
    );
  };
  return (
    <Card title={t('insight:squad.title')}>
      <p className={styles['words']}>{t('insight:squad.hint')}</p>
      <FigureTable
        label={t('insight:squad.title')}
        columns={[
          { header: t('insight:idle.student') },
          { header: t('insight:squad.ability'), kind: 'bar' },
          { header: t('insight:squad.adjusted'), kind: 'number' },
          { header: t('insight:squad.raw'), kind: 'number' },
          { header: t('insight:judge.attempts'), kind: 'number' },
          { header: t('insight:squad.last') },
        ]}
        rows={squad.members.map((member) => ({
          key: member.studentId,
          cells: [
            <Link key="name" href={`/insight/${competencyId}/${member.studentId}`}>
              {fullName(member)}
            </Link>,
            barOf(member),
            percent(member.adjustedPercent),
            percent(member.rawPercent),
            format.number(member.attemptCount),
            member.lastDate === null ? t('insight:idle.never') : format.date(member.lastDate),
          ],
        }))}
      />
    </Card>
  );
}

function Forecasts({ competencyId, squad }: PartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useSquadForecast(competencyId);
  const names = new Map(squad.members.map((member) => [member.studentId, fullName(member)]));
  const { answer } = run;
  return (
    <Card
      title={t('insight:forecast.squadTitle')}
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
      {answer === null ? (
        <p className={styles['soft']}>{t('insight:forecast.runHint')}</p>
      ) : (
        <>
          <p className={styles['words']}>
            {t('insight:forecast.squadWords', { date: format.longDate(answer.day) })}{' '}
            {answer.coverage.total === 0
              ? t('insight:forecast.noCoverage')
              : t('insight:forecast.coverage', answer.coverage)}
          </p>
          <FigureTable
            label={t('insight:forecast.squadTitle')}
            columns={[
              { header: t('insight:idle.student') },
              { header: t('insight:forecast.interval'), kind: 'bar' },
              { header: t('insight:forecast.value'), kind: 'number' },
              { header: t('insight:forecast.chanceShort'), kind: 'number' },
            ]}
            rows={answer.students.map(({ studentId, forecast }) => ({
              key: studentId,
              cells:
                forecast.kind === 'refused'
                  ? [names.get(studentId) ?? '', t('insight:forecast.notEnough'), '–', '–']
                  : [
                      names.get(studentId) ?? '',
                      <IntervalBar
                        key="bar"
                        label={`${format.percent(forecast.low, 0)} – ${format.percent(forecast.high, 0)}`}
                        value={forecast.value}
                        low={forecast.low}
                        high={forecast.high}
                        target={squad.targetPercent}
                      />,
                      format.percent(forecast.value, 0),
                      forecast.chanceOfTarget === null
                        ? '–'
                        : format.percent(100 * forecast.chanceOfTarget, 0),
                    ],
            }))}
          />
        </>
      )}
    </Card>
  );
}

function Spread({ squad }: { squad: Squad }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const percent = (value: number): string => format.percent(value, 0);
  return (
    <div className={styles['columns']}>
      <Card title={t('insight:sections.title')}>
        <p className={styles['words']}>{t('insight:sections.hint')}</p>
        <FigureTable
          label={t('insight:sections.title')}
          columns={[
            { header: t('insight:sections.name') },
            { header: t('insight:sections.weight'), kind: 'number' },
            { header: t('insight:sections.practised'), kind: 'number' },
          ]}
          rows={squad.sections.map((section) => ({
            key: String(section.number),
            cells: [
              `${section.number}. ${localized(section.name, language)}`,
              percent(section.weightHundredths / 100),
              percent(section.practisedPercent),
            ],
          }))}
        />
      </Card>
      <Card title={t('insight:spread.title')}>
        <FigureTable
          label={t('insight:spread.title')}
          columns={[
            { header: t('insight:spread.month') },
            { header: t('insight:judge.attempts'), kind: 'number' },
            { header: t('insight:spread.low'), kind: 'number' },
            { header: t('insight:spread.middle'), kind: 'number' },
            { header: t('insight:spread.high'), kind: 'number' },
          ]}
          rows={squad.distribution.toReversed().map((month) => ({
            key: month.month,
            cells: [
              format.month(month.month),
              format.number(month.count),
              percent(month.low),
              `${percent(month.quarter)} – ${percent(month.threeQuarters)}`,
              percent(month.high),
            ],
          }))}
        />
      </Card>
    </div>
  );
}

/** A squad: who stands where and how sure that is, forecasts, sections, spread, judges. */
export function SquadInsightPage({ competencyId }: { competencyId: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useRouteQuery('insight.squad', { competencyId });
  const competency = useRouteQuery('competencies.get', { id: competencyId });
  return (
    <Page>
      <PageHeader
        title={competency.data ? localized(competency.data.name, language) : t('nav:insight')}
        back={{ href: '/insight', label: t('nav:insight') }}
        actions={
          <Button component={Link} href={`/progress/${competencyId}`} variant="default">
            {t('nav:progress')}
          </Button>
        }
      />
      <QueryView query={query}>
        {(squad) => (
          <>
            <Comparison competencyId={competencyId} squad={squad} />
            <Forecasts competencyId={competencyId} squad={squad} />
            <SquadGoalsCard competencyId={competencyId} />
            <Spread squad={squad} />
            <JudgesCard competencyId={competencyId} />
            <AgreementCard competencyId={competencyId} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
