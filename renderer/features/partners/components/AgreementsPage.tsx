import { IconFileCertificate } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AgreementRow } from '#shared/contract/partnerRecords.ts';
import { agreementStanding, currentEnd, dutyStanding } from '#shared/domain/partners/agreements.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { agreementTones } from '../standings.ts';
import { PartnerTabs } from './PartnerTabs.tsx';
import { ToPartners } from './ToPartners.tsx';

function useAgreementColumns(): readonly GridColumn<AgreementRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  return useMemo(() => {
    const lateCount = (row: AgreementRow): number =>
      row.obligations.filter((one) => dutyStanding(one, today) === 'late').length;
    return [
      {
        id: 'number',
        header: t('partners:agreement.number'),
        value: (row) => row.number || null,
        width: 100,
        minWidth: 100,
      },
      {
        id: 'subject',
        header: t('partners:agreement.subject'),
        value: (row) => row.subject,
        width: '2fr',
        minWidth: 220,
      },
      {
        id: 'partner',
        header: t('partners:field.partner'),
        value: (row) => row.partnerName,
        width: '1.4fr',
        minWidth: 170,
      },
      {
        id: 'kind',
        header: t('partners:agreement.kind'),
        value: (row) => t(`partners:agreementKind.${row.kind}`),
        width: 135,
        minWidth: 135,
      },
      {
        id: 'end',
        header: t('partners:agreement.endDate'),
        value: (row) => currentEnd(row, today),
        cell: (row) => {
          const end = currentEnd(row, today);
          return end === null ? null : format.date(end);
        },
        width: 140,
        minWidth: 140,
      },
      {
        id: 'standing',
        header: t('partners:agreement.standing'),
        value: (row) => agreementStanding(row, today),
        cell: (row) => {
          const standing = agreementStanding(row, today);
          return (
            <StatusBadge tone={agreementTones[standing]}>{t(`partners:standing.${standing}`)}</StatusBadge>
          );
        },
        width: 180,
        minWidth: 170,
      },
      {
        id: 'late',
        header: t('partners:field.overdue'),
        value: lateCount,
        cell: (row) =>
          lateCount(row) === 0 ? null : <StatusBadge tone="bad">{format.number(lateCount(row))}</StatusBadge>,
        width: 130,
        minWidth: 130,
        align: 'end',
      },
    ];
  }, [t, format, today]);
}

/** All agreements: which are in force, which run out. */
export function AgreementsPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const query = useRouteQuery('partners.listAgreements', {});
  const columns = useAgreementColumns();
  return (
    <Page kind="fill">
      <PageHeader title={t('partners:tab.agreements')} hint={t('partners:agreement.hint')} />
      <PartnerTabs />
      <QueryView query={query}>
        {({ agreements }) =>
          agreements.length === 0 ? (
            <EmptyState
              icon={IconFileCertificate}
              title={t('partners:agreement.empty')}
              text={t('partners:agreement.emptyText')}
              primary={<ToPartners />}
            />
          ) : (
            <DataGrid
              label={t('partners:tab.agreements')}
              rows={agreements}
              columns={columns}
              rowKey={(row) => row.id}
              initialSort={{ id: 'end', descending: false }}
              onOpen={(row) => navigate(`/partners/${row.partnerId}`)}
            />
          )
        }
      </QueryView>
    </Page>
  );
}
