import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { ExplainedTotal, explainPath } from '../../../client/ExplainedTotal.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { fullName, localized } from '../../../i18n/names.ts';
import { nextActionWords } from '../../../i18n/nextActionWords.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useInsightStore } from '../insight.store.ts';
import { isLoadKnown } from '../isLoadKnown.ts';
import { mentorLevels } from '../mentorLevels.ts';
import { FigureTable } from './FigureTable.tsx';
import { GoalsCard } from './GoalsCard.tsx';
import { HeatMapCard } from './HeatMapCard.tsx';
import { HoursCard } from './HoursCard.tsx';
import styles from './Insight.module.css';
import { ChartTools, StudentCharts } from './StudentCharts.tsx';

type Insight = RouteOutput<'insight.student'>;

interface PageProps {
  competencyId: string;
  studentId: string;
}

function BestsCard({ insight }: { insight: Insight }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { bests, load } = insight;
  const latest = isLoadKnown(insight) ? load.at(-1) : undefined;
  const withDate = (value: string, date: string): string => `${value}, ${format.date(date)}`;
  const freshness = latest ? latest.chronic - latest.acute : 0;
  const state = freshness > 5 ? 'rested' : freshness < -15 ? 'tired' : 'steady';
  return (
    <Card title={t('insight:bests.title')}>
      <Facts
        facts={[
          {
            term: t('insight:bests.percent'),
            value: bests.percent && withDate(format.percent(bests.percent.value), bests.percent.date),
          },
          {
            term: t('insight:bests.whole'),
            value:
              bests.wholeScheme && withDate(format.percent(bests.wholeScheme.value), bests.wholeScheme.date),
          },
          {
            term: t('insight:bests.fastest'),
            value:
              bests.fastest &&
              withDate(t('insight:minutes', { count: bests.fastest.value }), bests.fastest.date),
          },
          {
            term: t('insight:load.term'),
            value: latest
              ? t(`insight:load.${state}`, {
                  acute: format.number(latest.acute),
                  chronic: format.number(latest.chronic),
                })
              : null,
          },
        ]}
      />
    </Card>
  );
}

/** A card in the place of figures that cannot be told yet. */
function Missing({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <Card title={title}>
      <p className={styles['soft']}>{text}</p>
    </Card>
  );
}

function SectionsCard({ insight }: { insight: Insight }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  if (insight.sections.length === 0)
    return <Missing title={t('insight:cost.title')} text={t('insight:cost.none')} />;
  const percent = (value: number | null): string => (value === null ? '–' : format.percent(value, 0));
  const levels = mentorLevels(insight.internships);
  const levelWord = (number: number): string => {
    const level = levels.get(number);
    return level === undefined ? '–' : t(`insight:mentor.${level}`);
  };
  return (
    <Card title={t('insight:cost.title')}>
      <FigureTable
        label={t('insight:cost.title')}
        columns={[
          { header: t('insight:sections.name') },
          { header: t('insight:sections.weight'), kind: 'number' },
          { header: t('insight:cost.own'), kind: 'number' },
          { header: t('insight:cost.squad'), kind: 'number' },
          { header: t('insight:cost.lost'), kind: 'number' },
          ...(levels.size > 0 ? [{ header: t('insight:mentor.title') }] : []),
        ]}
        rows={insight.sections
          .toSorted((a, b) => b.costHundredths - a.costHundredths)
          .map((section) => ({
            key: String(section.number),
            cells: [
              `${section.number}. ${localized(section.name, language)}`,
              percent(section.weightHundredths / 100),
              percent(section.percent),
              percent(section.squadPercent),
              section.percent === null ? '–' : format.number(section.costHundredths / 100, 1),
              ...(levels.size > 0 ? [levelWord(section.number)] : []),
            ],
          }))}
      />
    </Card>
  );
}

function AttemptsCard({ insight }: { insight: Insight }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { isRaw } = useInsightStore();
  if (insight.points.length === 0)
    return <Missing title={t('insight:attempts.title')} text={t('insight:map.none')} />;
  return (
    <Card title={t('insight:attempts.title')}>
      <p className={styles['words']}>{t(isRaw ? 'insight:attempts.rawHint' : 'insight:attempts.hint')}</p>
      <FigureTable
        label={t('insight:attempts.title')}
        columns={[
          { header: t('insight:attempts.day') },
          { header: t('insight:attempts.scheme') },
          { header: t('insight:attempts.percent'), kind: 'number' },
          { header: t('insight:attempts.minutes'), kind: 'number' },
          { header: t('insight:attempts.pace'), kind: 'number' },
        ]}
        rows={insight.points
          .slice(-12)
          .reverse()
          .map((point) => ({
            key: point.attemptId,
            cells: [
              <Link key="day" href={`/training/${point.sessionId}`}>
                {format.date(point.date)}
              </Link>,
              point.schemeTitle,
              <ExplainedTotal
                key="percent"
                href={explainPath(point)}
                value={format.percent(isRaw ? point.percent : point.adjustedPercent)}
              />,
              point.durationMinutes === null ? '–' : format.number(point.durationMinutes),
              point.durationMinutes === null
                ? '–'
                : format.number((60 * point.markHundredths) / 100 / point.durationMinutes, 1),
            ],
          }))}
      />
    </Card>
  );
}

function Contents({
  insight,
  subject,
  ...props
}: PageProps & { insight: Insight; subject: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const next = nextActionWords({ t, language }, insight.next);
  return (
    <>
      <Notice tone={insight.next.code === 'keep' ? 'good' : 'info'} icon={IconArrowRight} title={next.action}>
        {next.reason}
      </Notice>
      <ChartTools />
      <StudentCharts subject={subject} insight={insight} />
      <div className={styles['columns']}>
        <BestsCard insight={insight} />
        <GoalsCard {...props} championshipDay={insight.championshipDay} />
      </div>
      <HoursCard insight={insight} />
      <SectionsCard insight={insight} />
      <HeatMapCard {...props} />
      <AttemptsCard insight={insight} />
    </>
  );
}

/** One student: what to do next, where they will stand, where the marks lie. */
export function StudentInsightPage({ competencyId, studentId }: PageProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useRouteQuery('insight.student', { competencyId, studentId });
  const student = useRouteQuery('people.getStudent', { id: studentId });
  const competency = useRouteQuery('competencies.get', { id: competencyId });
  const subject = [
    student.data ? fullName(student.data) : '',
    competency.data ? localized(competency.data.name, language) : '',
  ].join(', ');
  return (
    <Page kind="wide">
      <PageHeader
        title={student.data ? fullName(student.data) : t('nav:insight')}
        back={{
          href: `/insight/${competencyId}`,
          label: competency.data ? localized(competency.data.name, language) : t('nav:insight'),
        }}
        actions={
          <Button component={Link} href={`/progress/${competencyId}/${studentId}`} variant="default">
            {t('nav:progress')}
          </Button>
        }
      />
      <QueryView query={query}>
        {(insight) => (
          <Contents insight={insight} subject={subject} competencyId={competencyId} studentId={studentId} />
        )}
      </QueryView>
    </Page>
  );
}
