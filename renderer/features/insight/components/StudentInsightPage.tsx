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
import { FigureTable } from './FigureTable.tsx';
import { GoalsCard } from './GoalsCard.tsx';
import { HeatMapCard } from './HeatMapCard.tsx';
import { HoursCard } from './HoursCard.tsx';
import styles from './Insight.module.css';
import { SectionsCard } from './SectionsCard.tsx';
import { ChartTools, StudentCharts } from './StudentCharts.tsx';

type Insight = RouteOutput<'insight.student'>;
type Best = NonNullable<Insight['bests']['percent']>;

interface PageProps {
  competencyId: string;
  studentId: string;
}

function BestsCard({ insight }: { insight: Insight }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { bests, load } = insight;
  const latest = isLoadKnown(insight) ? load.at(-1) : undefined;
  const tell = (best: Best | null, words: (value: number) => string): ReactNode =>
    best && (
      <ExplainedTotal href={explainPath(best)} value={`${words(best.value)}, ${format.date(best.date)}`} />
    );
  const percent = (value: number): string => format.percent(value);
  const freshness = latest ? latest.chronic - latest.acute : 0;
  const state = freshness > 5 ? 'rested' : freshness < -15 ? 'tired' : 'steady';
  return (
    <Card title={t('insight:bests.title')}>
      <Facts
        facts={[
          { term: t('insight:bests.percent'), value: tell(bests.percent, percent) },
          { term: t('insight:bests.whole'), value: tell(bests.wholeScheme, percent) },
          {
            term: t('insight:bests.fastest'),
            value: tell(bests.fastest, (count) => t('insight:minutes', { count })),
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
      <SectionsCard subject={subject} insight={insight} />
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
