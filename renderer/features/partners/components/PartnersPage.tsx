import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildingFactory2, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PartnerListRow } from '#shared/contract/partners.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { PartnerDrawer } from './PartnerDrawer.tsx';
import { PartnerTabs } from './PartnerTabs.tsx';
import { Reminders } from './Reminders.tsx';

function usePartnerColumns(): readonly GridColumn<PartnerListRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  return useMemo(() => {
    const date = (value: string | null): ReactNode => (value === null ? null : format.date(value));
    return [
      {
        id: 'name',
        header: t('partners:field.name'),
        value: (row) => row.name,
        width: '2fr',
        minWidth: 200,
      },
      {
        id: 'sector',
        header: t('partners:field.sector'),
        value: (row) => t(`partners:sector.${row.sector}`),
        width: '1fr',
        minWidth: 110,
      },
      {
        id: 'competencies',
        header: t('partners:field.competencies'),
        value: (row) => row.competencyIds.map(nameOf).join(', ') || null,
        width: '1.6fr',
        minWidth: 150,
      },
      {
        id: 'agreements',
        header: t('partners:field.activeAgreements'),
        value: (row) => row.activeAgreements,
        width: 150,
        minWidth: 150,
        align: 'end',
      },
      {
        id: 'end',
        header: t('partners:field.nextEnd'),
        value: (row) => row.nextEndDate,
        cell: (row) => date(row.nextEndDate),
        width: 140,
        minWidth: 140,
      },
      {
        id: 'visit',
        header: t('partners:field.lastVisit'),
        value: (row) => row.lastVisitDate,
        cell: (row) => date(row.lastVisitDate),
        width: 150,
        minWidth: 150,
      },
      {
        id: 'overdue',
        header: t('partners:field.overdue'),
        value: (row) => row.overdueCount,
        cell: (row) =>
          row.overdueCount === 0 ? null : (
            <StatusBadge tone="bad">{format.number(row.overdueCount)}</StatusBadge>
          ),
        width: 130,
        minWidth: 130,
        align: 'end',
      },
    ];
  }, [t, format, nameOf]);
}

function PartnerList({ partners }: { partners: readonly PartnerListRow[] }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const columns = usePartnerColumns();
  return (
    <DataGrid
      label={t('nav:partners')}
      rows={partners}
      columns={columns}
      rowKey={(row) => row.id}
      initialSort={{ id: 'name', descending: false }}
      onOpen={(row) => navigate(`/partners/${row.id}`)}
    />
  );
}

/** Enterprises and organisations that work with the college, and what asks for attention. */
export function PartnersPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  const query = useRouteQuery('partners.list', {});
  const addButton = (
    <Allowed command="partners.save">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('partners:partner.add')}
      </Button>
    </Allowed>
  );
  return (
    <Page kind="fill">
      <PageHeader title={t('nav:partners')} hint={t('partners:partner.hint')} actions={addButton} />
      <PartnerTabs />
      <QueryView query={query}>
        {({ partners, reminders }) =>
          partners.length === 0 ? (
            <EmptyState
              icon={IconBuildingFactory2}
              title={t('partners:partner.empty')}
              text={t('partners:partner.emptyText')}
              primary={addButton}
            />
          ) : (
            <>
              <Reminders reminders={reminders} />
              <PartnerList partners={partners} />
            </>
          )
        }
      </QueryView>
      {isAdding ? (
        <PartnerDrawer partner={null} onClose={adding.close} onStored={(id) => navigate(`/partners/${id}`)} />
      ) : null}
    </Page>
  );
}
