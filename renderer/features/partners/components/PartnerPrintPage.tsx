import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { agreementStanding, currentEnd, dutyStanding } from '#shared/domain/partners/agreements.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetenciesById } from '../../../client/useCompetencies.ts';
import { localized } from '../../../i18n/names.ts';
import { todayHere } from '../../../i18n/today.ts';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import { PrintPage } from '../../../ui/print/PrintPage.tsx';
import { figureFacts } from '../figureFacts.ts';
import { agreementTitle, signatoriesOf } from './AgreementsCard.tsx';

interface PaperProps {
  view: RouteOutput<'partners.get'>;
  words: PrintWords;
}

const MOST_VISITS = 5;

function Agreements({ view, words: { t, format } }: PaperProps): ReactNode {
  const today = todayHere();
  return (
    <>
      <h3>{t('partners:agreement.title')}</h3>
      {view.agreements.length === 0 ? <p>{t('partners:agreement.none')}</p> : null}
      <ul>
        {view.agreements.map((one) => {
          const end = currentEnd(one, today);
          const signatories = signatoriesOf(one);
          const more = [
            t(`partners:agreementKind.${one.kind}`),
            one.kind === 'three_sided' ? one.thirdParty : '',
            signatories.length === 0
              ? ''
              : t('partners:agreement.signedBy', { names: signatories.join(', ') }),
          ];
          return (
            <li key={one.id}>
              {agreementTitle(one)}, {format.day(one.startDate)} – {end === null ? '…' : format.day(end)} (
              {t(`partners:standing.${agreementStanding(one, today)}`)}).{' '}
              {more.filter((part) => part !== '').join('; ')}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function OpenDuties({ view, words: { t, format } }: PaperProps): ReactNode {
  const today = todayHere();
  const duties = [
    ...view.agreements.flatMap((one) => one.obligations),
    ...view.tasks.map((one) => ({ ...one, what: one.title })),
  ].filter((one) => one.state === 'open');
  if (duties.length === 0) return null;
  return (
    <>
      <h3>{t('partners:print.openDuties')}</h3>
      <table>
        <thead>
          <tr>
            <th>{t('partners:promise.what')}</th>
            <th>{t('partners:promise.side')}</th>
            <th>{t('partners:obligation.responsible')}</th>
            <th>{t('partners:obligation.dueDate')}</th>
            <th>{t('partners:obligation.state')}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((one) => (
            <tr key={one.id}>
              <td>{one.what}</td>
              <td>{t(`partners:side.${one.side}`)}</td>
              <td>{one.responsibleName}</td>
              <td>
                <Unbroken>{one.dueDate === null ? '–' : format.day(one.dueDate)}</Unbroken>
              </td>
              <td>{t(`partners:duty.${dutyStanding(one, today)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Paper({ view, words }: PaperProps): ReactNode {
  const { t, format, language } = words;
  const competencies = useCompetenciesById();
  const { partner } = view;
  const names = partner.competencyIds.flatMap((id) => {
    const row = competencies.get(id);
    return row ? [localized(row.name, language)] : [];
  });
  const facts = figureFacts(view.figures, t, format);
  return (
    <>
      <h2>{partner.name}</h2>
      <p>
        {[t(`partners:sector.${partner.sector}`), partner.region, partner.address]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {names.length === 0 ? null : (
        <p>
          {t('partners:field.competencies')}: {names.join(', ')}
        </p>
      )}
      <ul>
        {partner.contacts.map(({ name, position, phone, email }) => (
          <li key={`${name}/${phone}`}>{[name, position, phone, email].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
      <Agreements view={view} words={words} />
      <OpenDuties view={view} words={words} />
      {facts.length === 0 ? null : (
        <>
          <h3>{t('partners:contribution.title')}</h3>
          <ul>
            {facts.map(({ term, value }) => (
              <li key={term}>
                {term}: {value}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.visits.length === 0 ? null : (
        <>
          <h3>{t('partners:visit.title')}</h3>
          <ul>
            {view.visits.slice(0, MOST_VISITS).map((one) => (
              <li key={one.id}>
                {format.day(one.date)} – {one.subject}
                {one.outcome === '' ? '' : `. ${one.outcome}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {partner.notes === '' ? null : <p>{partner.notes}</p>}
    </>
  );
}

/** What one should know of a partner before a meeting, on paper. */
export function PartnerPrintPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('partners.get', { id });
  return (
    <QueryView query={query}>
      {(view) => (
        <PrintPage
          title={t('partners:print.beforeMeeting')}
          subject={view.partner.name}
          back={{ href: `/partners/${id}`, label: view.partner.name }}
        >
          {(words) => <Paper view={view} words={words} />}
        </PrintPage>
      )}
    </QueryView>
  );
}
