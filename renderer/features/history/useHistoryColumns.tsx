import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryAction } from '#shared/contract/app.ts';
import { actionSentence, capitalized } from '../../i18n/actionSentence.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../ui/gridTypes.ts';

/** Columns of the history. */
export function useHistoryColumns(): readonly GridColumn<HistoryAction>[] {
  const { t } = useTranslation();
  const format = useFormat();
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
    ];
  }, [t, format]);
}
