import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryAction } from '#shared/contract/app.ts';
import { Allowed } from '../../client/Allowed.tsx';
import { useCommand } from '../../client/queries.ts';
import { actionSentence, capitalized } from '../../i18n/actionSentence.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../ui/gridTypes.ts';

/** Columns of the history. */
export function useHistoryColumns(): readonly GridColumn<HistoryAction>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate } = useCommand('history.undoAction');
  return useMemo(() => {
    const sentenceOf = (action: HistoryAction): string =>
      capitalized(t(`history:kind.${action.kind}`, { action: actionSentence(t, action) }));
    return [
      {
        id: 'at',
        header: t('history:field.at'),
        value: (action) => action.at,
        cell: (action) => format.dateTime(action.at),
        width: 210,
        minWidth: 190,
      },
      { id: 'what', header: t('history:field.what'), value: sentenceOf, width: '2fr', minWidth: 260 },
      {
        id: 'who',
        header: t('history:field.who'),
        value: (action) => action.actorName || t('history:thisComputer'),
        width: '1fr',
        minWidth: 150,
      },
      {
        id: 'count',
        header: t('history:field.count'),
        value: (action) => action.changeCount,
        cell: (action) => format.number(action.changeCount),
        align: 'end',
        width: 130,
        minWidth: 120,
      },
      {
        id: 'state',
        header: t('history:field.state'),
        value: (action) => Number(action.undone),
        cell: (action) =>
          action.undone ? <StatusBadge tone="warn">{t('history:undone')}</StatusBadge> : null,
        width: 150,
        minWidth: 140,
      },
      {
        id: 'undo',
        header: t('history:field.undo'),
        value: () => null,
        sortable: false,
        cell: (action) =>
          action.kind === 'do' && action.undoable && !action.undone ? (
            <Allowed command="history.undoAction">
              <Button
                size="compact-xs"
                variant="subtle"
                tabIndex={-1}
                aria-label={t('history:undoOf', { action: actionSentence(t, action) })}
                onClick={(event) => {
                  event.stopPropagation();
                  mutate({ actionId: action.id });
                }}
              >
                {t('history:undo')}
              </Button>
            </Allowed>
          ) : null,
        width: 130,
        minWidth: 120,
      },
    ];
  }, [t, format, mutate]);
}
