import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventRow } from '#shared/contract/developmentEvents.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintPage, SignatureLines } from '../../../ui/print/PrintPage.tsx';
import styles from '../events.module.css';

function Poster({
  event,
  words,
  college,
}: {
  event: EventRow;
  words: PrintWords;
  college: string;
}): ReactNode {
  const { t, format } = words;
  return (
    <div className={styles['poster']}>
      <p>{college}</p>
      <p className={styles['posterKind']}>
        {[t(`events:kind.${event.kind}`), event.series].filter((part) => part !== '').join(' · ')}
      </p>
      <h2>{event.title}</h2>
      <p className={styles['posterWhen']}>
        {format.longDate(event.date)}
        {event.startTime === '' ? '' : `, ${event.startTime}`}
      </p>
      <p className={styles['posterWhen']}>{event.place}</p>
      <p className={styles['posterText']}>{event.description}</p>
      <p>{event.organiserName}</p>
    </div>
  );
}

function ParticipantList({ view, words }: { view: RouteOutput<'events.get'>; words: PrintWords }): ReactNode {
  const { t, format } = words;
  const { event, participants } = view;
  return (
    <>
      <h2>{t('events:print.listTitle')}</h2>
      <p>
        <strong>{event.title}</strong>
      </p>
      <p>
        {[format.longDate(event.date), event.startTime, event.place].filter((part) => part !== '').join(', ')}
      </p>
      <table>
        <thead>
          <tr>
            <th>№</th>
            <th>{t('events:participant.name')}</th>
            <th>{t('events:participant.group')}</th>
            <th>{t('events:participant.presence')}</th>
            <th>{t('events:participant.role')}</th>
            <th>{t('events:print.signature')}</th>
          </tr>
        </thead>
        <tbody>
          {participants.map((one, index) => (
            <tr key={one.studentId}>
              <td>{format.number(index + 1)}</td>
              <td>{one.studentName}</td>
              <td>{one.groupName}</td>
              <td>{one.presence === 'invited' ? '' : t(`events:presence.${one.presence}`)}</td>
              <td>{t(`events:role.${one.role}`)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <SignatureLines people={[t('events:field.organiser'), t('events:print.director')]} />
    </>
  );
}

/** What can be printed of an event: its poster, or the list of its participants. */
export function EventPrintPage({ id, kind }: { id: string; kind: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('events.get', { id });
  const college = useRouteQuery('app.getStatus', {}).data?.preferences.collegeName ?? '';
  const isPoster = kind === 'poster';
  return (
    <QueryView query={query}>
      {(view) => (
        <PrintPage
          title={t(isPoster ? 'events:print.poster' : 'events:print.list')}
          subject={view.event.title}
          back={{ href: `/events/${id}`, label: view.event.title }}
        >
          {(words) =>
            isPoster ? (
              <Poster event={view.event} words={words} college={college} />
            ) : (
              <ParticipantList view={view} words={words} />
            )
          }
        </PrintPage>
      )}
    </QueryView>
  );
}
