import { Button } from '@mantine/core';
import { IconRestore, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { actionSentence, capitalized } from '../../../i18n/actionSentence.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';

type Deleted = RouteOutput<'history.listDeleted'>['deleted'][number];

function useColumns(): readonly GridColumn<Deleted>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate } = useCommand('history.undoAction');
  return useMemo(
    () => [
      { id: 'label', header: t('history:deleted.what'), value: ({ label }) => label || '—' },
      {
        id: 'action',
        header: t('history:field.what'),
        value: ({ action }) => capitalized(actionSentence(t, action)),
      },
      {
        id: 'at',
        header: t('history:field.at'),
        value: ({ action }) => action.at,
        cell: ({ action }) => format.dateTime(action.at),
      },
      {
        id: 'who',
        header: t('history:field.who'),
        value: ({ action }) => action.actorName || t('history:thisComputer'),
      },
      {
        id: 'back',
        header: t('history:deleted.action'),
        value: () => null,
        sortable: false,
        align: 'end',
        cell: ({ action, label }) => (
          <Allowed command="history.undoAction">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRestore size={14} aria-hidden />}
              aria-label={t('history:deleted.backOf', { what: label })}
              onClick={() => mutate({ actionId: action.id })}
            >
              {t('history:deleted.back')}
            </Button>
          </Allowed>
        ),
      },
    ],
    [t, format, mutate],
  );
}

/** What was deleted in the last 90 days; one click brings it back, with all that was deleted together with it. */
export function DeletedPanel(): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('history.listDeleted', {});
  const columns = useColumns();
  return (
    <QueryView query={query}>
      {({ deleted }) =>
        deleted.length === 0 ? (
          <EmptyState
            icon={IconTrash}
            title={t('history:deleted.none')}
            text={t('history:deleted.noneText')}
          />
        ) : (
          <PlainTable
            label={t('history:deleted.title')}
            rows={deleted}
            columns={columns}
            rowKey={({ action }) => action.id}
          />
        )
      }
    </QueryView>
  );
}
