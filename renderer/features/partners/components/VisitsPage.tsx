import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { VisitRow } from '#shared/contract/partnerRecords.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { PartnerTabs } from './PartnerTabs.tsx';
import { VisitBadge } from './VisitBadge.tsx';
import { VisitDrawer } from './VisitDrawer.tsx';

function useVisitColumns(): readonly GridColumn<VisitRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'date',
        header: t('partners:visit.date'),
        value: (row) => row.date,
        cell: (row) => format.date(row.date),
        width: 140,
        minWidth: 140,
      },
      {
        id: 'subject',
        header: t('partners:visit.subject'),
        value: (row) => row.subject,
        width: '2fr',
        minWidth: 220,
      },
      {
        id: 'partner',
        header: t('partners:field.partner'),
        value: (row) => row.partnerName,
        width: '1.4fr',
        minWidth: 180,
      },
      {
        id: 'direction',
        header: t('partners:visit.direction'),
        value: (row) => t(`partners:direction.${row.direction}`),
        width: 210,
        minWidth: 210,
      },
      {
        id: 'state',
        header: t('partners:visit.state'),
        value: (row) => row.state,
        cell: (row) => <VisitBadge visit={row} />,
        width: 170,
        minWidth: 170,
      },
    ],
    [t, format],
  );
}

/** All visits and meetings, the latest first. */
export function VisitsPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  const query = useRouteQuery('partners.listVisits', {});
  const partners = useRouteQuery('partners.list', {}).data?.partners;
  const columns = useVisitColumns();
  const hasPartners = (partners ?? []).length > 0;
  const addButton = hasPartners ? (
    <Allowed command="partners.saveVisit">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('partners:visit.add')}
      </Button>
    </Allowed>
  ) : (
    <Button component={Link} href="/partners" variant="default">
      {t('partners:visit.firstPartner')}
    </Button>
  );
  return (
    <Page kind="fill">
      <PageHeader
        title={t('partners:tab.visits')}
        hint={t('partners:visit.hint')}
        actions={hasPartners ? addButton : null}
      />
      <PartnerTabs />
      <QueryView query={query}>
        {({ visits }) =>
          visits.length === 0 ? (
            <EmptyState
              icon={IconHeartHandshake}
              title={t('partners:visit.empty')}
              text={t('partners:visit.emptyText')}
              primary={addButton}
            />
          ) : (
            <DataGrid
              label={t('partners:tab.visits')}
              rows={visits}
              columns={columns}
              rowKey={(row) => row.id}
              initialSort={{ id: 'date', descending: true }}
              onOpen={(row) => navigate(`/partners/visits/${row.id}`)}
            />
          )
        }
      </QueryView>
      {isAdding ? (
        <VisitDrawer
          visit={null}
          partnerId={null}
          onClose={adding.close}
          onStored={(id) => navigate(`/partners/visits/${id}`)}
        />
      ) : null}
    </Page>
  );
}
