import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AttemptHistoryEntry } from '#shared/contract/assessment.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import type { Format } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';

/** A value of a history line: a state, a mark, a score, or nothing. */
function valueText(
  t: TFunction,
  format: Format,
  what: AttemptHistoryEntry['what'],
  value: string | number | null,
): string {
  if (value === null) return t('assessment:history.nothing');
  if (value === 'not_attempted') return t('assessment:rule.not_attempted');
  if (what === 'state') return t(`assessment:state.${String(value)}`);
  return what === 'judge_score' || typeof value === 'string' ? String(value) : format.hundredths(value);
}

/** Who, when, old, new and why, newest first. */
export function AttemptHistory({ attemptId }: { attemptId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useRouteQuery('assessment.getHistory', { attemptId });
  return (
    <QueryView query={history}>
      {({ entries }) => (
        <SimpleTable
          label={t('assessment:attempt.history')}
          rows={entries.map((entry, index) => ({ ...entry, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            { id: 'at', header: t('assessment:history.at'), cell: (row) => format.dateTime(row.at) },
            {
              id: 'what',
              header: t('assessment:history.what'),
              cell: (row) =>
                [t(`assessment:history.${row.what}`), row.aspectCode ?? ''].filter(Boolean).join(' · '),
            },
            {
              id: 'change',
              header: t('assessment:history.change'),
              cell: (row) =>
                row.what === 'attempt'
                  ? null
                  : `${valueText(t, format, row.what, row.before)} → ${valueText(t, format, row.what, row.after)}`,
            },
            {
              id: 'who',
              header: t('assessment:history.who'),
              cell: (row) => [row.personName ?? '', row.actorName].filter(Boolean).join(', ') || null,
            },
            { id: 'why', header: t('assessment:history.why'), cell: (row) => row.reason || null },
          ]}
        />
      )}
    </QueryView>
  );
}
