import { Button, Group, Select } from '@mantine/core';
import { IconBuildingWarehouse, IconDoor, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { InventoryRow } from '#shared/contract/baseInventory.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { stateChoices, stateTones } from '../choices.ts';
import { useAmounts } from '../useAmounts.ts';
import { InventoryDrawer } from './InventoryDrawer.tsx';
import { WorkshopsDrawer } from './WorkshopsDrawer.tsx';

function useInventoryColumns(): readonly GridColumn<InventoryRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount } = useAmounts();
  return useMemo(
    () => [
      { id: 'name', header: t('base:column.thing'), value: (row) => row.name, width: '2.2fr', minWidth: 210 },
      {
        id: 'number',
        header: t('base:column.number'),
        value: (row) => row.inventoryNumber || null,
        width: 150,
        minWidth: 150,
      },
      {
        id: 'workshop',
        header: t('base:column.workshop'),
        value: (row) => row.workshopName || null,
        width: '1.3fr',
        minWidth: 150,
      },
      {
        id: 'quantity',
        header: t('base:column.quantity'),
        value: (row) => row.quantityHundredths,
        cell: (row) => amount(row.quantityHundredths, row.unit),
        width: 110,
        minWidth: 100,
        align: 'end',
      },
      {
        id: 'state',
        header: t('base:column.state'),
        value: (row) => t(`base:state.${row.state}`),
        cell: (row) => <StatusBadge tone={stateTones[row.state]}>{t(`base:state.${row.state}`)}</StatusBadge>,
        width: 150,
        minWidth: 150,
      },
      {
        id: 'calibration',
        header: t('base:column.calibration'),
        value: (row) => row.calibrationDue,
        cell: (row) => (row.calibrationDue === null ? null : format.day(row.calibrationDue)),
        width: 150,
        minWidth: 150,
      },
      {
        id: 'lent',
        header: t('base:column.lent'),
        value: (row) => row.partnerName || null,
        cell: (row) =>
          row.partnerName === ''
            ? null
            : [row.partnerName, row.lentUntil === null ? '' : format.day(row.lentUntil)]
                .filter((part) => part !== '')
                .join(', '),
        width: '1.2fr',
        minWidth: 140,
      },
    ],
    [t, format, amount],
  );
}

interface Filter {
  search: string;
  workshopId: string | null;
  state: string | null;
}

const passes = (row: InventoryRow, filter: Filter): boolean =>
  (filter.workshopId === null || row.workshopId === filter.workshopId) &&
  (filter.state === null || row.state === filter.state) &&
  matchesSearch(foldForSearch(row.name, row.model, row.inventoryNumber, row.partnerName), filter.search);

interface InventoryListProps {
  inventory: readonly InventoryRow[];
  onOpen: (row: InventoryRow) => void;
  buttons: ReactNode;
}

function InventoryList({ inventory, onOpen, buttons }: InventoryListProps): ReactNode {
  const { t } = useTranslation();
  const columns = useInventoryColumns();
  const workshops = useRouteQuery('base.listWorkshops', {}).data?.workshops ?? [];
  const [filter, setFilter] = useState<Filter>({ search: '', workshopId: null, state: null });
  const rows = useMemo(() => inventory.filter((row) => passes(row, filter)), [inventory, filter]);
  return (
    <>
      <Toolbar count={t('base:inventory.count', { count: rows.length })}>
        <SearchField
          label={t('base:inventory.search')}
          value={filter.search}
          onChange={(search) => setFilter({ ...filter, search })}
        />
        <Select
          aria-label={t('base:column.workshop')}
          placeholder={t('base:column.workshop')}
          data={workshops.map((one) => ({ value: one.id, label: one.name }))}
          value={filter.workshopId}
          onChange={(workshopId) => setFilter({ ...filter, workshopId })}
          clearable
          w={220}
        />
        <Select
          aria-label={t('base:column.state')}
          placeholder={t('base:column.state')}
          data={stateChoices(t)}
          value={filter.state}
          onChange={(state) => setFilter({ ...filter, state })}
          clearable
          w={180}
        />
        {buttons}
      </Toolbar>
      <DataGrid
        label={t('base:tab.inventory')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        initialSort={{ id: 'name', descending: false }}
        onOpen={onOpen}
      />
    </>
  );
}

/** What the college has: things with their numbers, states and dates, and the workshops they stand in. */
export function InventoryPanel({ openId }: { openId: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const inventory = useRouteQuery('base.listInventory', {});
  const [side, setSide] = useState<{ row: InventoryRow | null } | 'workshops' | null>(null);
  const asked = inventory.data?.inventory.find((row) => row.id === openId);
  const shown = side ?? (openId === 'workshops' ? openId : asked ? { row: asked } : null);
  const buttons = (
    <Group gap="xs">
      <Allowed command="base.updateWorkshop">
        <Button
          variant="default"
          leftSection={<IconDoor size={16} aria-hidden />}
          onClick={() => setSide('workshops')}
        >
          {t('base:workshop.button')}
        </Button>
      </Allowed>
      <Allowed command="base.addInventory">
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setSide({ row: null })}>
          {t('base:inventory.add')}
        </Button>
      </Allowed>
    </Group>
  );
  const close = (): void => {
    setSide(null);
    if (openId !== undefined) navigate('/base/inventory', { replace: true });
  };
  return (
    <>
      <QueryView query={inventory}>
        {(answer) =>
          answer.inventory.length === 0 ? (
            <EmptyState
              icon={IconBuildingWarehouse}
              title={t('base:inventory.empty')}
              text={t('base:inventory.emptyText')}
              primary={buttons}
            />
          ) : (
            <InventoryList
              inventory={answer.inventory}
              onOpen={(row) => setSide({ row })}
              buttons={buttons}
            />
          )
        }
      </QueryView>
      {shown === 'workshops' ? <WorkshopsDrawer onClose={close} /> : null}
      {shown !== null && shown !== 'workshops' ? (
        <InventoryDrawer key={shown.row?.id ?? 'new'} row={shown.row} onClose={close} />
      ) : null}
    </>
  );
}
