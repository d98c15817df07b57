import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBook2, IconPlus, IconScale } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { EventRow } from '#shared/contract/developmentEvents.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { EventBadge } from './EventBadge.tsx';
import { EventDrawer } from './EventDrawer.tsx';

function useEventColumns(): readonly GridColumn<EventRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'date',
        header: t('events:field.date'),
        value: (row) => row.date,
        cell: (row) => format.date(row.date),
        width: 140,
        minWidth: 140,
      },
      {
        id: 'title',
        header: t('events:field.title'),
        value: (row) => row.title,
        width: '2fr',
        minWidth: 220,
      },
      {
        id: 'kind',
        header: t('events:field.kind'),
        value: (row) => t(`events:kind.${row.kind}`),
        width: '1fr',
        minWidth: 150,
      },
      {
        id: 'series',
        header: t('events:field.series'),
        value: (row) => row.series || null,
        width: '1fr',
        minWidth: 140,
      },
      {
        id: 'organiser',
        header: t('events:field.organiser'),
        value: (row) => row.organiserName || null,
        width: '1fr',
        minWidth: 150,
      },
      {
        id: 'present',
        header: t('events:field.present'),
        value: (row) => row.presentCount,
        cell: (row) => `${format.number(row.presentCount)} / ${format.number(row.invitedCount)}`,
        width: 110,
        minWidth: 110,
        align: 'end',
      },
      {
        id: 'state',
        header: t('events:field.state'),
        value: (row) => row.state,
        cell: (row) => <EventBadge event={row} />,
        width: 180,
        minWidth: 170,
      },
    ],
    [t, format],
  );
}

/** Events for all-round development, the latest first. */
export function EventsPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  const query = useRouteQuery('events.list', {});
  const columns = useEventColumns();
  const addButton = (
    <Allowed command="events.save">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('events:event.add')}
      </Button>
    </Allowed>
  );
  return (
    <Page kind="fill">
      <PageHeader
        title={t('nav:events')}
        hint={t('events:event.hint')}
        actions={
          <>
            <Button
              component={Link}
              href="/events/balance"
              variant="default"
              leftSection={<IconScale size={16} aria-hidden />}
            >
              {t('events:balance.title')}
            </Button>
            {addButton}
          </>
        }
      />
      <QueryView query={query}>
        {({ events }) =>
          events.length === 0 ? (
            <EmptyState
              icon={IconBook2}
              title={t('events:event.empty')}
              text={t('events:event.emptyText')}
              primary={addButton}
            />
          ) : (
            <DataGrid
              label={t('nav:events')}
              rows={events}
              columns={columns}
              rowKey={(row) => row.id}
              initialSort={{ id: 'date', descending: true }}
              onOpen={(row) => navigate(`/events/${row.id}`)}
            />
          )
        }
      </QueryView>
      {isAdding ? (
        <EventDrawer event={null} onClose={adding.close} onStored={(id) => navigate(`/events/${id}`)} />
      ) : null}
    </Page>
  );
}
