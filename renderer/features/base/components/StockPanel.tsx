import { Button } from '@mantine/core';
import { IconBottle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { StockItem } from '#shared/contract/baseInventory.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx';
import { useAmounts } from '../useAmounts.ts';
import styles from './Base.module.css';
import { MovementDrawer } from './MovementDrawer.tsx';

const TONES: Readonly<Record<StockItem['outlook'], Tone>> = {
  short: 'bad',
  not_linked: 'warn',
  no_norm: 'calm',
  no_plan: 'calm',
  lasts: 'good',
};
const ORDER: readonly StockItem['outlook'][] = ['short', 'not_linked', 'no_norm', 'no_plan', 'lasts'];

function StockTable({
  stock,
  onMove,
}: {
  stock: readonly StockItem[];
  onMove: (item: StockItem) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount } = useAmounts();
  const nameOf = useCompetencyName();
  return (
    <SimpleTable
      label={t('base:tab.stock')}
      rows={stock.toSorted((one, other) => ORDER.indexOf(one.outlook) - ORDER.indexOf(other.outlook))}
      rowKey={(row) => row.itemId}
      columns={[
        { id: 'name', header: t('base:column.material'), cell: (row) => row.name },
        {
          id: 'competency',
          header: t('base:column.competency'),
          cell: (row) => <Link href={`/base/gap/${row.competencyId}`}>{nameOf(row.competencyId)}</Link>,
        },
        {
          id: 'left',
          header: t('base:column.left'),
          align: 'end',
          cell: (row) => amount(row.leftHundredths, row.unit),
        },
        {
          id: 'norm',
          header: t('base:column.norm'),
          cell: (row) =>
            row.normHundredths === null
              ? '–'
              : t(`base:norm.${row.normPer}`, { amount: amount(row.normHundredths, row.unit) }),
        },
        {
          id: 'used',
          header: t('base:column.used'),
          align: 'end',
          cell: (row) => amount(row.usedByNormHundredths, row.unit),
        },
        {
          id: 'planned',
          header: t('base:column.planned'),
          align: 'end',
          cell: (row) => amount(row.plannedHundredths, row.unit),
        },
        {
          id: 'outlook',
          header: t('base:column.outlook'),
          cell: (row) => (
            <StatusBadge tone={TONES[row.outlook]}>
              {t(`base:outlook.${row.outlook}`, {
                date: row.shortFrom === null ? '' : format.date(row.shortFrom),
                lacking: amount(row.lackingHundredths, row.unit),
              })}
            </StatusBadge>
          ),
        },
        {
          id: 'move',
          header: t('base:column.action'),
          cell: (row) =>
            row.inventoryIds.length === 0 ? null : (
              <Allowed command="base.addMovement">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('base:movement.of', { name: row.name })}
                  onClick={() => onMove(row)}
                >
                  {t('base:movement.button')}
                </Button>
              </Allowed>
            ),
        },
      ]}
    />
  );
}

/** Consumables: what is left, what practice uses, and how long it lasts for the plan. */
export function StockPanel(): ReactNode {
  const { t } = useTranslation();
  const stock = useRouteQuery('base.listStock', {});
  const [moved, setMoved] = useState<StockItem | null>(null);
  return (
    <>
      <QueryView query={stock}>
        {(answer) =>
          answer.stock.length === 0 ? (
            <EmptyState
              icon={IconBottle}
              title={t('base:stock.empty')}
              text={t('base:stock.emptyText')}
              primary={
                <Button component={Link} href="/base/lists">
                  {t('base:stock.toLists')}
                </Button>
              }
            />
          ) : (
            <Card title={t('base:tab.stock')}>
              <p className={styles['soft']}>
                {t(
                  answer.stock.some((item) => item.outlook === 'short')
                    ? 'base:stock.shortSentence'
                    : 'base:stock.fineSentence',
                  { value: answer.stock.filter((item) => item.outlook === 'short').length },
                )}{' '}
                {t('base:stock.how')}
              </p>
              <StockTable stock={answer.stock} onMove={setMoved} />
            </Card>
          )
        }
      </QueryView>
      {moved === null ? null : <MovementDrawer item={moved} onClose={() => setMoved(null)} />}
    </>
  );
}
