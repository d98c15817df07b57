import { Button, Menu } from '@mantine/core';
import {
  IconDownload,
  IconFileImport,
  IconLink,
  IconListDetails,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { InfrastructureItem } from '#shared/contract/base.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { notify } from '../../../ui/notify.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { saveWorkbook } from '../savedWorkbook.ts';
import { useAmounts } from '../useAmounts.ts';
import { ImportDrawer } from './ImportDrawer.tsx';
import { ItemDrawer } from './ItemDrawer.tsx';
import { LinksDrawer } from './LinksDrawer.tsx';
import { ListDrawer } from './ListDrawer.tsx';

type List = RouteOutput<'base.getList'>;
type Side = { kind: 'item'; item: InfrastructureItem | null } | { kind: 'list' | 'import' | 'links' } | null;

function useItemColumns(): readonly GridColumn<InfrastructureItem>[] {
  const { t } = useTranslation();
  const { amount, money } = useAmounts();
  return useMemo(
    () => [
      { id: 'name', header: t('base:column.item'), value: (row) => row.name, width: '2.4fr', minWidth: 220 },
      {
        id: 'category',
        header: t('base:column.category'),
        value: (row) => t(`base:category.${row.category}`),
        width: 200,
        minWidth: 150,
      },
      {
        id: 'quantity',
        header: t('base:column.quantity'),
        value: (row) => row.quantityHundredths,
        cell: (row) =>
          row.quantityHundredths === null ? (
            <StatusBadge tone="warn">{t('base:unset')}</StatusBadge>
          ) : (
            amount(row.quantityHundredths, row.unit)
          ),
        width: 110,
        minWidth: 100,
        align: 'end',
      },
      {
        id: 'rule',
        header: t('base:column.rule'),
        value: (row) => t(`base:ruleShort.${row.rule}`, { size: row.groupSize ?? 1 }),
        width: 180,
        minWidth: 150,
      },
      {
        id: 'model',
        header: t('base:column.model'),
        value: (row) => row.model || null,
        width: '1fr',
        minWidth: 120,
      },
      {
        id: 'price',
        header: t('base:column.price'),
        value: (row) => row.priceTiyn,
        cell: (row) => (row.priceTiyn === null ? null : money(row.priceTiyn)),
        width: 130,
        minWidth: 120,
        align: 'end',
      },
      {
        id: 'linked',
        header: t('base:column.linked'),
        value: (row) => row.inventoryIds.length,
        cell: (row) =>
          row.inventoryIds.length === 0 ? (
            <StatusBadge tone="calm">{t('base:notLinked')}</StatusBadge>
          ) : (
            row.inventoryIds.length
          ),
        width: 150,
        minWidth: 130,
      },
    ],
    [t, amount, money],
  );
}

function ListButtons({ list, onSide }: { list: List; onSide: (side: Side) => void }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const exportAs = (columns: 'standard' | 'full'): void => {
    client
      .call('base.exportList', { id: list.id, columns })
      .then(saveWorkbook)
      .catch((error: unknown) => notify({ tone: 'bad', message: errorSentence(t, error) }));
  };
  return (
    <>
      <Allowed command="base.updateList">
        <Button
          variant="subtle"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => onSide({ kind: 'list' })}
        >
          {t('common:action.edit')}
        </Button>
      </Allowed>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
            {t('base:export.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => exportAs('standard')}>{t('base:export.standard')}</Menu.Item>
          <Menu.Item onClick={() => exportAs('full')}>{t('base:export.full')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Allowed command="base.importItems">
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          onClick={() => onSide({ kind: 'import' })}
        >
          {t('base:import.button')}
        </Button>
      </Allowed>
      <Allowed command="base.addLinks">
        <Button
          variant="default"
          leftSection={<IconLink size={16} aria-hidden />}
          onClick={() => onSide({ kind: 'links' })}
        >
          {t('base:links.button')}
        </Button>
      </Allowed>
      <Allowed command="base.addItem">
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onSide({ kind: 'item', item: null })}
        >
          {t('base:item.add')}
        </Button>
      </Allowed>
    </>
  );
}

function ListView({ list }: { list: List }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const nameOf = useCompetencyName();
  const columns = useItemColumns();
  const [side, setSide] = useState<Side>(null);
  const [search, setSearch] = useState('');
  const rows = useMemo(
    () =>
      list.items.filter((item) =>
        matchesSearch(foldForSearch(item.name, item.model, item.manufacturer), search),
      ),
    [list.items, search],
  );
  const close = (): void => setSide(null);
  return (
    <Page kind="fill">
      <PageHeader
        title={list.title}
        hint={[nameOf(list.competencyId), list.edition].filter((part) => part !== '').join(' · ')}
        back={{ href: '/base/lists', label: t('base:tab.lists') }}
        actions={<ListButtons list={list} onSide={setSide} />}
      />
      {list.items.length === 0 ? (
        <EmptyState
          icon={IconListDetails}
          title={t('base:item.empty')}
          text={t('base:item.emptyText')}
          primary={
            <Allowed command="base.addItem">
              <Button onClick={() => setSide({ kind: 'item', item: null })}>{t('base:item.add')}</Button>
            </Allowed>
          }
          secondary={
            <Allowed command="base.importItems">
              <Button variant="default" onClick={() => setSide({ kind: 'import' })}>
                {t('base:import.button')}
              </Button>
            </Allowed>
          }
        />
      ) : (
        <>
          <Toolbar count={t('base:item.count', { count: rows.length })}>
            <SearchField label={t('base:item.search')} value={search} onChange={setSearch} />
          </Toolbar>
          <DataGrid
            label={list.title}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(item) => setSide({ kind: 'item', item })}
          />
        </>
      )}
      {side?.kind === 'item' ? <ItemDrawer listId={list.id} item={side.item} onClose={close} /> : null}
      {side?.kind === 'list' ? (
        <ListDrawer list={list} onClose={close} onRemoved={() => navigate('/base/lists')} />
      ) : null}
      {side?.kind === 'import' ? <ImportDrawer list={list} onClose={close} onImported={close} /> : null}
      {side?.kind === 'links' ? <LinksDrawer listId={list.id} onClose={close} /> : null}
    </Page>
  );
}

/** One infrastructure list with its items. */
export function BaseListPage({ id }: { id: string }): ReactNode {
  const list = useRouteQuery('base.getList', { id });
  return <QueryView query={list}>{(answer) => <ListView list={answer} />}</QueryView>;
}
