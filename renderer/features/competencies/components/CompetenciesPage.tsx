import { Button, SegmentedControl, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { useCompetenciesStore } from '../competencies.store.ts';
import { passesFilter, sectors } from '../competencyChoices.ts';
import { useCompetencyColumns } from '../useCompetencyColumns.tsx';
import { OwnCompetencyDrawer } from './OwnCompetencyDrawer.tsx';

const KINDS = ['all', 'squad', 'own'] as const;

function Filters({ count }: { count: number }): ReactNode {
  const { t } = useTranslation();
  const { filter, setFilter } = useCompetenciesStore();
  return (
    <Toolbar count={t('competencies:count', { count })}>
      <SearchField
        label={t('competencies:search')}
        value={filter.search}
        onChange={(search) => setFilter({ search })}
      />
      <SegmentedControl
        size="sm"
        aria-label={t('competencies:filter.label')}
        value={filter.kind}
        onChange={(kind) => setFilter({ kind })}
        data={KINDS.map((value) => ({ value, label: t(`competencies:filter.${value}`) }))}
      />
      <Select
        w={290}
        aria-label={t('competencies:field.sector')}
        placeholder={t('competencies:filter.anySector')}
        data={sectors.map((value) => ({ value, label: t(`competencies:sector.${value}`) }))}
        value={filter.sector}
        onChange={(sector) => setFilter({ sector })}
        clearable
        clearButtonProps={{ 'aria-label': t('common:action.clear') }}
      />
    </Toolbar>
  );
}

function CompetencyList({ competencies }: { competencies: readonly CompetencyRow[] }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { filter, reset } = useCompetenciesStore();
  const columns = useCompetencyColumns();
  const rows = useMemo(() => competencies.filter((row) => passesFilter(row, filter)), [competencies, filter]);
  return (
    <>
      <Filters count={rows.length} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('competencies:nothingFound')}
          text={t(`competencies:nothingFoundText.${filter.kind}`)}
          primary={
            <Button variant="default" onClick={() => reset()}>
              {t('competencies:filter.reset')}
            </Button>
          }
        />
      ) : (
        <DataGrid
          label={t('nav:competencies')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          initialSort={{ id: 'number', descending: false }}
          onOpen={(row) => navigate(`/competencies/${row.id}`)}
        />
      )}
    </>
  );
}

/** The competencies of WorldSkills and own ones. */
export function CompetenciesPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  const competencies = useRouteQuery('competencies.list', {});
  return (
    <Page kind="fill">
      <PageHeader
        title={t('nav:competencies')}
        hint={t('competencies:hint')}
        actions={
          <Allowed command="competencies.createOwn">
            <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
              {t('competencies:own.add')}
            </Button>
          </Allowed>
        }
      />
      <QueryView query={competencies}>
        {(answer) => <CompetencyList competencies={answer.competencies} />}
      </QueryView>
      {isAdding ? (
        <OwnCompetencyDrawer
          competency={null}
          onClose={adding.close}
          onStored={(id) => navigate(`/competencies/${id}`)}
        />
      ) : null}
    </Page>
  );
}
