import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { InsightReadiness } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { fullName, localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { AgreementCard } from './AgreementCard.tsx';
import { FigureTable } from './FigureTable.tsx';
import { JudgesCard } from './JudgesCard.tsx';
import { NothingYet } from './NothingYet.tsx';
import styles from './Insight.module.css';

type College = RouteOutput<'insight.college'>;

/** The parts of readiness in the order of their weight. */
const PARTS = ['level', 'sections', 'regularity', 'depth'] as const;

function useNames(): (competencyId: string) => string {
  const language = useLanguage();
  const rows = useRouteQuery('competencies.list', {}).data?.competencies ?? [];
  return (id) => {
    const row = rows.find((one) => one.id === id);
    return row ? localized(row.name, language) : '';
  };
}

function Readiness({ college }: { college: College }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNames();
  const partOf = (readiness: InsightReadiness, part: (typeof PARTS)[number]): string => {
    const value = readiness.parts[part];
    return value === null ? '–' : format.percent(value, 0);
  };
  return (
    <Card title={t('insight:readiness.title')}>
      <p className={styles['words']}>{t('insight:readiness.hint')}</p>
      <FigureTable
        label={t('insight:readiness.title')}
        columns={[
          { header: t('insight:readiness.competency') },
          { header: t('insight:readiness.value'), kind: 'bar' },
          { header: '%', kind: 'number' },
          ...PARTS.map((part) => ({ header: t(`insight:readiness.part.${part}`), kind: 'number' as const })),
        ]}
        rows={college.competencies
          .toSorted((a, b) => b.readiness.value - a.readiness.value)
          .map(({ competencyId, readiness }) => ({
            key: competencyId,
            cells: [
              <Link key="name" href={`/insight/${competencyId}`}>
                {nameOf(competencyId)}
              </Link>,
              <IntervalBar
                key="bar"
                label={format.percent(readiness.value, 0)}
                value={readiness.value}
                low={0}
                high={readiness.value}
              />,
              format.number(readiness.value),
              ...PARTS.map((part) => partOf(readiness, part)),
            ],
          }))}
      />
    </Card>
  );
}

function Idle({ college }: { college: College }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useNames();
  return (
    <Card title={t('insight:idle.title')}>
      {college.idle.length === 0 ? (
        <p className={styles['soft']}>{t('insight:idle.none')}</p>
      ) : (
        <FigureTable
          label={t('insight:idle.title')}
          columns={[
            { header: t('insight:idle.student') },
            { header: t('insight:readiness.competency') },
            { header: t('insight:idle.days') },
          ]}
          rows={college.idle.slice(0, 30).map((one) => ({
            key: `${one.competencyId}/${one.studentId}`,
            cells: [
              <Link key="name" href={`/insight/${one.competencyId}/${one.studentId}`}>
                {fullName(one)}
              </Link>,
              nameOf(one.competencyId),
              one.idleDays === null ? t('insight:idle.never') : t('insight:days', { count: one.idleDays }),
            ],
          }))}
        />
      )}
    </Card>
  );
}

/** How ready the college is, who has not practised, how those who mark do it. */
export function InsightPage(): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('insight.college', {});
  return (
    <Page>
      <PageHeader title={t('nav:insight')} hint={t('insight:hint')} />
      <QueryView query={query}>
        {(college) =>
          college.competencies.length === 0 ? (
            <NothingYet href="/competencies" />
          ) : (
            <>
              <Readiness college={college} />
              <Idle college={college} />
              <JudgesCard />
              <AgreementCard />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
