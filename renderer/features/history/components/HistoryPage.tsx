import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { actionSentence } from '../../../i18n/actionSentence.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useHistory } from '../history.queries.ts';
import { noFilter } from '../historyFilter.ts';
import { useHistoryColumns } from '../useHistoryColumns.tsx';
import { DeletedPanel } from './DeletedPanel.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import styles from './HistoryPage.module.css';

function StepButtons(): ReactNode {
  const { t } = useTranslation();
  const state = useRouteQuery('history.getUndoState', {}).data;
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const { undo: undoable, redo: redoable } = state ?? { undo: null, redo: null };
  return (
    <>
      {redoable === null ? null : (
        <Allowed command="history.redo">
          <Button
            variant="default"
            leftSection={<IconArrowForwardUp size={16} aria-hidden />}
            loading={redo.isPending}
            onClick={() => redo.mutate({ actionId: redoable.id })}
          >
            {t('nav:redo.what', { action: actionSentence(t, redoable) })}
          </Button>
        </Allowed>
      )}
      <Allowed command="history.undo">
        <Button
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          disabled={undoable === null}
          loading={undo.isPending}
          onClick={() => undoable && undo.mutate({ actionId: undoable.id })}
        >
          {undoable === null
            ? t('nav:undo.nothing')
            : t('nav:undo.what', { action: actionSentence(t, undoable) })}
        </Button>
      </Allowed>
    </>
  );
}

function ActionList(): ReactNode {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(noFilter);
  const history = useHistory(filter);
  const columns = useHistoryColumns();
  const actions = useMemo(() => history.data?.pages.flatMap((part) => part.actions) ?? [], [history.data]);
  return (
    <>
      <HistoryFilters filter={filter} onChange={setFilter} />
      <QueryView query={history}>
        {() =>
          actions.length === 0 ? (
            <EmptyState icon={IconHistory} title={t('history:empty')} text={t('history:emptyText')} />
          ) : (
            <>
              <DataGrid
                label={t('nav:history')}
                rows={actions}
                columns={columns}
                rowKey={(action) => action.id}
                initialSort={{ id: 'at', descending: true }}
              />
              {history.hasNextPage ? (
                <div className={styles['more']}>
                  <Button
                    variant="default"
                    size="compact-md"
                    loading={history.isFetchingNextPage}
                    onClick={() => void history.fetchNextPage()}
                  >
                    {t('history:more')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }
      </QueryView>
    </>
  );
}

const VIEWS = ['actions', 'deleted'] as const;

/** What was done, by whom and when; any of it can be taken back on which nothing later rests, and deleted things come back. */
export function HistoryPage(): ReactNode {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof VIEWS)[number]>('actions');
  return (
    <Page kind="fill">
      <PageHeader title={t('nav:history')} hint={t('history:hint')} actions={<StepButtons />} />
      <SegmentedControl
        className={styles['views'] ?? ''}
        aria-label={t('history:views')}
        value={view}
        onChange={setView}
        data={VIEWS.map((value) => ({ value, label: t(`history:view.${value}`) }))}
      />
      {view === 'actions' ? <ActionList /> : <DeletedPanel />}
    </Page>
  );
}
