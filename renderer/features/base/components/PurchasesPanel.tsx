import { Button, Group } from '@mantine/core';
import { IconDownload, IconPlus, IconPrinter, IconShoppingCart } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import {
  purchaseColumns,
  purchasePriorities,
  purchaseStates,
  type PurchaseRow,
} from '#shared/contract/baseGap.ts';
import type { RouteInput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { notify } from '../../../ui/notify.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx';
import { comparePurchases, openCost } from '../purchaseOrder.ts';
import { saveWorkbook } from '../savedWorkbook.ts';
import { useAmounts } from '../useAmounts.ts';
import styles from './Base.module.css';
import { PurchaseDrawer } from './PurchaseDrawer.tsx';

const PRIORITY_TONES: Readonly<Record<PurchaseRow['priority'], Tone>> = {
  urgent: 'bad',
  high: 'warn',
  normal: 'calm',
};
const STATE_TONES: Readonly<Record<PurchaseRow['state'], Tone>> = {
  planned: 'calm',
  requested: 'info',
  ordered: 'info',
  received: 'good',
  cancelled: 'calm',
};

type Words = RouteInput<'base.exportPurchases'>['words'];

function useWords(): Words {
  const { t } = useTranslation();
  const named = <Name extends string>(
    names: readonly Name[],
    key: (name: Name) => string,
  ): Record<Name, string> =>
    Object.fromEntries(names.map((name) => [name, t(key(name))])) as Record<Name, string>;
  return {
    title: t('base:purchase.title'),
    total: t('base:purchase.total'),
    headings: named(purchaseColumns, (name) => `base:purchaseColumn.${name}`),
    priorities: named(purchasePriorities, (name) => `base:priority.${name}`),
    states: named(purchaseStates, (name) => `base:purchaseState.${name}`),
  };
}

function PurchaseTable(props: {
  purchases: readonly PurchaseRow[];
  onOpen: (row: PurchaseRow) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount, money } = useAmounts();
  const nameOf = useCompetencyName();
  return (
    <SimpleTable
      label={t('base:purchase.title')}
      rows={props.purchases.toSorted(comparePurchases)}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          header: t('base:purchaseColumn.name'),
          cell: (row) => (
            <button type="button" className={styles['plainButton']} onClick={() => props.onOpen(row)}>
              {row.name}
            </button>
          ),
          foot: t('base:purchase.total'),
        },
        {
          id: 'competency',
          header: t('base:purchaseColumn.competency'),
          cell: (row) => nameOf(row.competencyId),
        },
        {
          id: 'quantity',
          header: t('base:purchaseColumn.quantity'),
          align: 'end',
          cell: (row) => amount(row.quantityHundredths, row.unit),
        },
        {
          id: 'cost',
          header: t('base:purchaseColumn.cost'),
          align: 'end',
          cell: (row) => (row.costTiyn === null ? '–' : money(row.costTiyn)),
          foot: money(openCost(props.purchases)),
        },
        {
          id: 'priority',
          header: t('base:purchaseColumn.priority'),
          cell: (row) => (
            <StatusBadge tone={PRIORITY_TONES[row.priority]}>
              {t(`base:priority.${row.priority}`)}
            </StatusBadge>
          ),
        },
        { id: 'person', header: t('base:purchaseColumn.person'), cell: (row) => row.expertName },
        {
          id: 'due',
          header: t('base:purchaseColumn.due'),
          cell: (row) => (row.dueDate === null ? '' : format.day(row.dueDate)),
        },
        {
          id: 'state',
          header: t('base:purchaseColumn.state'),
          cell: (row) => (
            <StatusBadge tone={STATE_TONES[row.state]}>{t(`base:purchaseState.${row.state}`)}</StatusBadge>
          ),
        },
      ]}
    />
  );
}

/** The purchase list: what, how much, how urgent, who answers for it, and what became of it. */
export function PurchasesPanel({ openId }: { openId: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const client = useClient();
  const language = useLanguage();
  const words = useWords();
  const purchases = useRouteQuery('base.listPurchases', {});
  const [side, setSide] = useState<{ row: PurchaseRow | null } | null>(null);
  const asked = purchases.data?.purchases.find((row) => row.id === openId);
  const shown = side ?? (asked ? { row: asked } : null);
  const close = (): void => {
    setSide(null);
    if (openId !== undefined) navigate('/base/purchases', { replace: true });
  };
  const exportList = (): void => {
    client
      .call('base.exportPurchases', { language, words })
      .then(saveWorkbook)
      .catch((error: unknown) => notify({ tone: 'bad', message: errorSentence(t, error) }));
  };
  const add = (
    <Allowed command="base.addPurchase">
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setSide({ row: null })}>
        {t('base:purchase.add')}
      </Button>
    </Allowed>
  );
  return (
    <>
      <QueryView query={purchases}>
        {(answer) =>
          answer.purchases.length === 0 ? (
            <EmptyState
              icon={IconShoppingCart}
              title={t('base:purchase.empty')}
              text={t('base:purchase.emptyText')}
              primary={
                <Button component={Link} href="/base">
                  {t('base:purchase.toGap')}
                </Button>
              }
              secondary={add}
            />
          ) : (
            <Card
              title={t('base:purchase.title')}
              actions={
                <Group gap="xs" data-print-hidden>
                  <Button
                    component={Link}
                    href="/base/purchases/print"
                    variant="subtle"
                    leftSection={<IconPrinter size={16} aria-hidden />}
                  >
                    {t('common:print.print')}
                  </Button>
                  <Button
                    variant="default"
                    leftSection={<IconDownload size={16} aria-hidden />}
                    onClick={exportList}
                  >
                    {t('base:export.xlsx')}
                  </Button>
                  {add}
                </Group>
              }
            >
              <PurchaseTable purchases={answer.purchases} onOpen={(row) => setSide({ row })} />
            </Card>
          )
        }
      </QueryView>
      {shown === null ? null : (
        <PurchaseDrawer key={shown.row?.id ?? 'new'} row={shown.row} onClose={close} />
      )}
    </>
  );
}
