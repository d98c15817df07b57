import { Button, Checkbox, Select } from '@mantine/core';
import { IconClipboardList, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useCompareText } from '../../../i18n/useLanguage.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SampleButton } from '../../../client/SampleButton.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { useSchemesStore } from '../schemes.store.ts';
import { groupVersions } from '../schemeVersions.ts';
import { useSchemeColumns } from '../useSchemeColumns.tsx';
import { ImportDrawer } from './ImportDrawer.tsx';
import { NewSchemeDrawer } from './NewSchemeDrawer.tsx';
import styles from './Schemes.module.css';

/** Competencies that the listed schemes are about. */
function useListedCompetencies(schemes: readonly SchemeListRow[]): { value: string; label: string }[] {
  const competencyName = useCompetencyName();
  const compareText = useCompareText();
  return useMemo(() => {
    const ids = new Set(schemes.flatMap(({ competencyId }) => competencyId ?? []));
    return [...ids]
      .map((value) => ({ value, label: competencyName(value) }))
      .sort((a, b) => compareText(a.label, b.label));
  }, [schemes, competencyName, compareText]);
}

function SchemeLibrary({ schemes }: { schemes: readonly SchemeListRow[] }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { filter, setFilter, resetFilter } = useSchemesStore();
  const columns = useSchemeColumns();
  const competencies = useListedCompetencies(schemes);
  const rows = useMemo(
    () =>
      groupVersions(schemes).filter(
        (scheme) =>
          (filter.hasEarlier || scheme.id === scheme.newest.id) &&
          (filter.kind === null || scheme.kind === filter.kind) &&
          (filter.competencyId === null || scheme.competencyId === filter.competencyId) &&
          matchesSearch(foldForSearch(scheme.title, scheme.sourceFileName), filter.search),
      ),
    [schemes, filter],
  );
  return (
    <>
      <Toolbar count={t('schemes:count', { count: rows.length })}>
        <SearchField
          label={t('schemes:search')}
          value={filter.search}
          onChange={(search) => setFilter({ search })}
        />
        <Select
          w={300}
          aria-label={t('schemes:field.competency')}
          placeholder={t('schemes:anyCompetency')}
          data={competencies}
          value={filter.competencyId}
          onChange={(competencyId) => setFilter({ competencyId })}
          searchable
          openOnFocus={false}
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        />
        <Select
          w={160}
          aria-label={t('schemes:field.kind')}
          placeholder={t('schemeEditor:library.anyKind')}
          data={(['official', 'practice'] as const).map((value) => ({
            value,
            label: t(`schemes:kind.${value}`),
          }))}
          value={filter.kind}
          onChange={(kind) => setFilter({ kind })}
          openOnFocus={false}
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        />
        {schemes.some(({ previousVersionId }) => previousVersionId !== null) ? (
          <Checkbox
            size="xs"
            label={t('schemeEditor:library.earlier')}
            checked={filter.hasEarlier}
            onChange={(event) => setFilter({ hasEarlier: event.currentTarget.checked })}
          />
        ) : null}
      </Toolbar>
      {rows.length === 0 ? (
        <EmptyState
          title={t('schemes:nothingFound')}
          text={t('schemes:nothingFoundText')}
          primary={
            <Button variant="default" onClick={resetFilter}>
              {t('schemes:resetFilter')}
            </Button>
          }
        />
      ) : (
        <DataGrid
          label={t('nav:schemes')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          initialSort={{ id: 'created', descending: true }}
          onOpen={(row) => navigate(`/schemes/${row.id}`)}
        />
      )}
    </>
  );
}

/** The library of marking schemes, and the way of a workbook into it. A file may be dropped anywhere on the page. */
export function SchemesPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const schemes = useRouteQuery('schemes.list', {});
  const [dropped, setDropped] = useState<File | null>(null);
  const [isImporting, setImporting] = useState(false);
  const [isCreating, setCreating] = useState(false);
  const importButton = (
    <Allowed command="schemes.importWorkbook">
      <Button
        variant="default"
        leftSection={<IconFileImport size={17} aria-hidden />}
        onClick={() => setImporting(true)}
      >
        {t('schemes:import.button')}
      </Button>
    </Allowed>
  );
  const createButton = (
    <Allowed command="schemes.create">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>
        {t('schemeEditor:create.button')}
      </Button>
    </Allowed>
  );
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (isImporting || file === undefined) return;
    setDropped(file);
    setImporting(true);
  };
  return (
    <Page kind="fill">
      <div className={styles['dropPage']} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <PageHeader
          title={t('nav:schemes')}
          hint={t('schemes:hint')}
          actions={
            <>
              {importButton}
              {createButton}
            </>
          }
        />
        <QueryView query={schemes}>
          {(answer) =>
            answer.schemes.length === 0 ? (
              <EmptyState
                icon={IconClipboardList}
                title={t('schemes:empty')}
                text={t('schemes:emptyText')}
                primary={createButton}
                secondary={
                  <>
                    {importButton}
                    <SampleButton />
                  </>
                }
              />
            ) : (
              <SchemeLibrary schemes={answer.schemes} />
            )
          }
        </QueryView>
      </div>
      {isCreating ? <NewSchemeDrawer onClose={() => setCreating(false)} /> : null}
      {isImporting ? (
        <ImportDrawer
          file={dropped}
          onClose={() => {
            setImporting(false);
            setDropped(null);
          }}
          onImported={(id) => navigate(`/schemes/${id}`)}
        />
      ) : null}
    </Page>
  );
}
