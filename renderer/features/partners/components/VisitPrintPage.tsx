import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetenciesById } from '../../../client/useCompetencies.ts';
import { localized } from '../../../i18n/names.ts';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintPage, SignatureLines } from '../../../ui/print/PrintPage.tsx';

interface PaperProps {
  view: RouteOutput<'partners.getVisit'>;
  college: string;
  words: PrintWords;
}

function List({ title, items }: { title: string; items: readonly string[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

function Promises({ view, words: { t, format } }: Pick<PaperProps, 'view' | 'words'>): ReactNode {
  if (view.tasks.length === 0) return null;
  return (
    <>
      <h3>{t('partners:promise.title')}</h3>
      <table>
        <thead>
          <tr>
            <th>{t('partners:promise.what')}</th>
            <th>{t('partners:promise.side')}</th>
            <th>{t('partners:obligation.responsible')}</th>
            <th>{t('partners:obligation.dueDate')}</th>
          </tr>
        </thead>
        <tbody>
          {view.tasks.map((one) => (
            <tr key={one.id}>
              <td>{one.title}</td>
              <td>{t(`partners:side.${one.side}`)}</td>
              <td>{one.responsibleName}</td>
              <td>{one.dueDate === null ? '–' : format.day(one.dueDate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Paper({ view, college, words }: PaperProps): ReactNode {
  const { t, format, language } = words;
  const competencies = useCompetenciesById();
  const { visit } = view;
  const place = visit.place === '' ? '' : `, ${visit.place}`;
  const time = visit.startTime === '' ? '' : `, ${visit.startTime}`;
  const names = visit.competencyIds.flatMap((id) => {
    const row = competencies.get(id);
    return row ? [localized(row.name, language)] : [];
  });
  return (
    <>
      <h2>{t('partners:protocol.title')}</h2>
      <p>
        <strong>{visit.subject}</strong>
      </p>
      <p>
        {format.longDate(visit.date)}
        {time}
        {place}
      </p>
      <p>
        {t(`partners:direction.${visit.direction}`)}: {visit.partnerName}
        {college === '' ? '' : ` – ${college}`}
      </p>
      <List
        title={t('partners:visit.delegation')}
        items={visit.delegation.map(({ name, position }) =>
          position === '' ? name : `${name}, ${position}`,
        )}
      />
      <List title={t('partners:visit.experts')} items={view.expertNames} />
      <List title={t('partners:visit.students')} items={view.studentNames} />
      <List
        title={t('partners:visit.programme')}
        items={visit.programme.map(({ time: at, what }) => (at === '' ? what : `${at} ${what}`))}
      />
      <List title={t('partners:visit.workshops')} items={visit.workshops} />
      <List title={t('partners:field.competencies')} items={names} />
      {visit.said === '' ? null : (
        <>
          <h3>{t('partners:visit.said')}</h3>
          <p>{visit.said}</p>
        </>
      )}
      <Promises view={view} words={words} />
      {visit.outcome === '' ? null : (
        <>
          <h3>{t('partners:visit.outcome')}</h3>
          <p>{visit.outcome}</p>
        </>
      )}
      <SignatureLines people={[t('partners:protocol.college'), visit.partnerName]} />
    </>
  );
}

/** The protocol of a visit, to print or save as PDF, in a language of its own. */
export function VisitPrintPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('partners.getVisit', { id });
  const college = useRouteQuery('app.getStatus', {}).data?.preferences.collegeName ?? '';
  return (
    <QueryView query={query}>
      {(view) => (
        <PrintPage
          title={t('partners:protocol.title')}
          subject={view.visit.subject}
          back={{ href: `/partners/visits/${id}`, label: view.visit.subject }}
        >
          {(words) => <Paper view={view} college={college} words={words} />}
        </PrintPage>
      )}
    </QueryView>
  );
}
