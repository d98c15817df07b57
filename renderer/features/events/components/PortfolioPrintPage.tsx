import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetenciesById } from '../../../client/useCompetencies.ts';
import { localized } from '../../../i18n/names.ts';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintPage } from '../../../ui/print/PrintPage.tsx';
import { resultWords } from '../resultWords.ts';

interface PaperProps {
  portfolio: RouteOutput<'events.portfolio'>;
  words: PrintWords;
}

function Lines({
  title,
  lines,
}: {
  title: string;
  lines: readonly { id: string; text: string }[];
}): ReactNode {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  );
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(', ');

function Paper({ portfolio, words: { t, format, language } }: PaperProps): ReactNode {
  const competencies = useCompetenciesById();
  const nameOf = (id: string | null): string => {
    const row = id === null ? undefined : competencies.get(id);
    return row ? localized(row.name, language) : '';
  };
  const hours = (minutes: number): string => t('events:portfolio.hours', { count: Math.round(minutes / 60) });
  return (
    <>
      <h2>{t('events:portfolio.titleOf', { name: portfolio.studentName })}</h2>
      <p>{joined(portfolio.groupName, portfolio.speciality)}</p>
      <p>
        {t('events:portfolio.practiceHours')}: {format.number(Math.round(portfolio.practiceMinutes / 60))}
      </p>
      <p>
        {portfolio.aims
          .filter(({ count }) => count > 0)
          .map(({ aim, count }) => `${t(`events:aim.${aim}`)} – ${format.number(count)}`)
          .join('; ')}
      </p>
      <Lines
        title={t('events:portfolio.squads')}
        lines={portfolio.squads.map((one) => ({
          id: one.competencyId,
          text: joined(nameOf(one.competencyId), format.day(one.since)),
        }))}
      />
      <Lines
        title={t('events:portfolio.championships')}
        lines={portfolio.championships.map((one) => ({
          id: one.entryId,
          text: joined(
            one.name,
            format.day(one.date),
            nameOf(one.competencyId),
            ...resultWords(one, { t, format }),
          ),
        }))}
      />
      <Lines
        title={t('events:award.title')}
        lines={portfolio.awards.map((one) => ({
          id: one.id,
          text: joined(
            one.title,
            t(`events:awardKind.${one.kind}`),
            one.result,
            one.issuer,
            format.day(one.date),
          ),
        }))}
      />
      <Lines
        title={t('events:portfolio.internships')}
        lines={portfolio.internships.map((one) => ({
          id: one.id,
          text: joined(
            one.partnerName,
            `${format.day(one.startDate)} – ${format.day(one.endDate)}`,
            hours(one.minutes),
            nameOf(one.competencyId),
            one.conclusion,
          ),
        }))}
      />
      <Lines
        title={t('nav:events')}
        lines={portfolio.events.map((one) => ({
          id: one.eventId,
          text: joined(
            format.day(one.date),
            one.title,
            t(`events:kind.${one.kind}`),
            t(`events:role.${one.role}`),
          ),
        }))}
      />
    </>
  );
}

/** A student's portfolio on paper. */
export function PortfolioPrintPage({ studentId }: { studentId: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('events.portfolio', { studentId });
  return (
    <QueryView query={query}>
      {(portfolio) => (
        <PrintPage
          title={t('events:portfolio.print')}
          subject={portfolio.studentName}
          back={{ href: `/events/portfolio/${studentId}`, label: portfolio.studentName }}
        >
          {(words) => <Paper portfolio={portfolio} words={words} />}
        </PrintPage>
      )}
    </QueryView>
  );
}
