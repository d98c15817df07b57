import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AwardRow } from '#shared/contract/developmentEvents.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { ExplainedTotal } from '../../../client/ExplainedTotal.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from '../events.module.css';
import { rankWords, stageWords } from '../resultWords.ts';
import { AwardDrawer } from './AwardDrawer.tsx';

type Portfolio = RouteOutput<'events.portfolio'>;

function Growth({ portfolio }: { portfolio: Portfolio }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const internshipMinutes = portfolio.internships.reduce((sum, one) => sum + one.minutes, 0);
  const facts = [
    { term: t('events:portfolio.practiceHours'), value: Math.round(portfolio.practiceMinutes / 60) },
    { term: t('events:portfolio.internshipHours'), value: Math.round(internshipMinutes / 60) },
    { term: t('events:portfolio.eventCount'), value: portfolio.events.length },
    ...portfolio.aims.map(({ aim, count }) => ({ term: t(`events:aim.${aim}`), value: count })),
  ];
  return (
    <dl className={styles['aims']}>
      {facts.map(({ term, value }) => (
        <div key={term} className={styles['aim']}>
          <dt>{term}</dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function EventList({ portfolio }: { portfolio: Portfolio }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (portfolio.events.length === 0)
    return <p className={styles['hint']}>{t('events:portfolio.noEvents')}</p>;
  return (
    <ul className={styles['list']}>
      {portfolio.events.map((one) => (
        <li key={one.eventId} className={styles['item']}>
          <span className={styles['words']}>
            <Link href={`/events/${one.eventId}`}>{one.title}</Link>
            <span className={styles['soft']}>
              {[format.date(one.date), t(`events:kind.${one.kind}`), t(`events:role.${one.role}`), one.note]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Internships({ portfolio }: { portfolio: Portfolio }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  if (portfolio.internships.length === 0)
    return <p className={styles['hint']}>{t('events:portfolio.noInternships')}</p>;
  return (
    <ul className={styles['list']}>
      {portfolio.internships.map((one) => (
        <li key={one.id} className={styles['item']}>
          <span className={styles['words']}>
            {one.partnerName}
            <span className={styles['soft']}>
              {[
                `${format.date(one.startDate)} – ${format.date(one.endDate)}`,
                nameOf(one.competencyId),
                t('events:portfolio.hours', { count: Math.round(one.minutes / 60) }),
                one.mentorName,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {one.conclusion === '' ? null : <span className={styles['soft']}>{one.conclusion}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Championship = Portfolio['championships'][number];

/** Place, medal and percent, which lead to how they came about. */
function Rank({ of }: { of: Championship }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = rankWords(of, { t, format });
  if (words.length === 0) return null;
  const { championshipId, entryId, competitorId } = of;
  return (
    <span className={styles['soft']}>
      <ExplainedTotal
        href={`/contests/${championshipId}/competency/${entryId}/results/${competitorId}`}
        value={words.join(' · ')}
      />
    </span>
  );
}

function Championships({ portfolio }: { portfolio: Portfolio }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  if (portfolio.championships.length === 0)
    return <p className={styles['hint']}>{t('events:portfolio.noChampionships')}</p>;
  return (
    <ul className={styles['list']}>
      {portfolio.championships.map((one) => (
        <li key={one.entryId} className={styles['item']}>
          <span className={styles['words']}>
            <Link href={`/contests/${one.championshipId}`}>{one.name}</Link>
            <span className={styles['soft']}>
              {[format.date(one.date), nameOf(one.competencyId), ...stageWords(one, { t })]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <Rank of={one} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Awards({ portfolio }: { portfolio: Portfolio }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [edited, setEdited] = useState<AwardRow | 'new' | null>(null);
  return (
    <Card
      title={t('events:award.title')}
      actions={
        <Allowed command="events.saveAward">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('events:award.add')}
          </Button>
        </Allowed>
      }
    >
      {portfolio.awards.length === 0 ? <p className={styles['hint']}>{t('events:award.none')}</p> : null}
      <ul className={styles['list']}>
        {portfolio.awards.map((one) => (
          <li key={one.id} className={styles['item']}>
            <span className={styles['words']}>
              {one.title}
              <span className={styles['soft']}>
                {[t(`events:awardKind.${one.kind}`), one.result, one.issuer, format.date(one.date)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            <Allowed command="events.saveAward">
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('events:award.editOne', { what: one.title })}
                onClick={() => setEdited(one)}
              >
                {t('common:action.edit')}
              </Button>
            </Allowed>
          </li>
        ))}
      </ul>
      {edited === null ? null : (
        <AwardDrawer
          studentId={portfolio.studentId}
          award={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

function PortfolioView({ portfolio }: { portfolio: Portfolio }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  const words = [
    portfolio.groupName,
    portfolio.speciality,
    ...portfolio.squads.map((one) => nameOf(one.competencyId)),
  ];
  return (
    <Page>
      <PageHeader
        title={t('events:portfolio.titleOf', { name: portfolio.studentName })}
        hint={words.filter((part) => part !== '').join(' · ')}
        back={{ href: `/students/${portfolio.studentId}`, label: portfolio.studentName }}
        actions={
          <Button
            component={Link}
            href={`/events/portfolio/${portfolio.studentId}/print`}
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            {t('events:portfolio.print')}
          </Button>
        }
      />
      <Card title={t('events:portfolio.growth')}>
        <Growth portfolio={portfolio} />
      </Card>
      <div className={styles['columns']}>
        <Card title={t('nav:events')}>
          <EventList portfolio={portfolio} />
        </Card>
        <div className={styles['stack']}>
          <Card title={t('events:portfolio.championships')}>
            <Championships portfolio={portfolio} />
          </Card>
          <Awards portfolio={portfolio} />
          <Card title={t('events:portfolio.internships')}>
            <Internships portfolio={portfolio} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** A student's growth in one place: events, internships, championships, certificates, practice. */
export function PortfolioPage({ studentId }: { studentId: string }): ReactNode {
  const query = useRouteQuery('events.portfolio', { studentId });
  return <QueryView query={query}>{(portfolio) => <PortfolioView portfolio={portfolio} />}</QueryView>;
}
