import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { EventRow } from '#shared/contract/developmentEvents.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from '../events.module.css';
import { EventBadge } from './EventBadge.tsx';
import { EventDrawer } from './EventDrawer.tsx';
import { ParticipantsCard } from './ParticipantsCard.tsx';

/** The partner's name, a link for who may read partners. */
function PartnerLink({ id, name }: { id: string; name: string }): ReactNode {
  return useMay('partners.read') ? <Link href={`/partners/${id}`}>{name}</Link> : name;
}

function EventFacts({ event }: { event: EventRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Facts
      facts={[
        { term: t('events:field.kind'), value: t(`events:kind.${event.kind}`) },
        { term: t('events:field.state'), value: <EventBadge event={event} /> },
        {
          term: t('events:field.date'),
          value: [format.longDate(event.date), event.startTime].filter((part) => part !== '').join(', '),
        },
        { term: t('events:field.place'), value: event.place },
        { term: t('events:field.series'), value: event.series },
        { term: t('events:field.organiser'), value: event.organiserName },
        {
          term: t('events:field.partner'),
          value:
            event.partnerId === null ? '' : <PartnerLink id={event.partnerId} name={event.partnerName} />,
        },
        {
          term: t('events:field.aims'),
          value: event.aims.map((aim) => t(`events:aim.${aim}`)).join(', '),
        },
        { term: t('events:field.description'), value: event.description },
      ]}
    />
  );
}

function EventView({ view }: { view: RouteOutput<'events.get'> }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isEditing, editing] = useDisclosure(false);
  const { event } = view;
  const printButton = (kind: 'poster' | 'list'): ReactNode => (
    <Button
      component={Link}
      href={`/events/${event.id}/print/${kind}`}
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden />}
    >
      {t(`events:print.${kind}`)}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={event.title}
        back={{ href: '/events', label: t('nav:events') }}
        actions={
          <>
            {printButton('poster')}
            {printButton('list')}
            <Allowed command="events.save">
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={editing.open}
              >
                {t('common:action.edit')}
              </Button>
            </Allowed>
          </>
        }
      />
      <div className={styles['columns']}>
        <ParticipantsCard view={view} />
        <div className={styles['stack']}>
          <Card title={t('events:event.data')}>
            <EventFacts event={event} />
          </Card>
          <Card title={t('events:event.evidence')}>
            <Attachments entity="development_events" ownerId={event.id} />
          </Card>
        </div>
      </div>
      {isEditing ? (
        <EventDrawer event={event} onClose={editing.close} onRemoved={() => navigate('/events')} />
      ) : null}
    </Page>
  );
}

/** One event: what it is for, who takes part, what shows that it was held. */
export function EventPage({ id }: { id: string }): ReactNode {
  const query = useRouteQuery('events.get', { id });
  return <QueryView query={query}>{(view) => <EventView view={view} />}</QueryView>;
}
