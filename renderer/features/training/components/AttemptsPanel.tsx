import { Button } from '@mantine/core';
import { IconClipboardPlus, IconPencil, IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AttemptRow } from '#shared/contract/training.ts';
import { isWhole, percentOf } from '#shared/domain/training/attemptTotals.ts';
import { ExplainedTotal, explainPath } from '../../../client/ExplainedTotal.tsx';
import { Allowed } from '../../../client/Allowed.tsx';
import { fullName } from '../../../i18n/names.ts';
import { useCompareText, useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import type { SimpleColumn } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { AttemptDrawer } from './AttemptDrawer.tsx';
import styles from './AttemptsPanel.module.css';

/** Whether every aspect of an attempt has a mark or is explicitly not attempted. */
function isFilled(attempt: AttemptRow): boolean {
  const { markedCount, notAttemptedCount, scopeCount } = attempt;
  return isWhole({ markedCount, notAttemptedCount, count: scopeCount });
}

function AttemptStatus({ attempt }: { attempt: AttemptRow }): ReactNode {
  const { t } = useTranslation();
  if (attempt.status === 'complete')
    return <StatusBadge tone="good">{t('training:attempt.complete')}</StatusBadge>;
  if (attempt.status !== 'draft')
    return <StatusBadge tone="info">{t(`assessment:state.${attempt.status}`)}</StatusBadge>;
  return isFilled(attempt) ? (
    <StatusBadge tone="info">{t('training:attempt.filled')}</StatusBadge>
  ) : (
    <StatusBadge>{t('training:attempt.draft')}</StatusBadge>
  );
}

function useAttemptColumns(onEdit: (attempt: AttemptRow) => void): SimpleColumn<AttemptRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'student', header: t('training:faults.student'), cell: (row) => fullName(row) },
      {
        id: 'scope',
        header: t('training:attempt.scope'),
        cell: (row) =>
          row.subCriterionIds === null
            ? t('training:attempt.wholeScheme')
            : t('training:attempt.partOf', { count: row.subCriterionIds.length }),
      },
      {
        id: 'marked',
        header: t('training:attempt.marked'),
        cell: (row) => `${row.markedCount + row.notAttemptedCount} / ${row.scopeCount}`,
        align: 'end',
      },
      {
        id: 'total',
        header: t('training:sheet.total'),
        cell: (row) => (
          <ExplainedTotal
            href={explainPath({ sessionId: row.sessionId, attemptId: row.id })}
            value={`${format.hundredths(row.markHundredths)} / ${format.hundredths(row.markedMaxHundredths)}`}
          />
        ),
        align: 'end',
      },
      {
        id: 'percent',
        header: t('training:field.mean'),
        cell: (row) => {
          const percent = percentOf(row);
          return percent === null ? null : format.percent(percent);
        },
        align: 'end',
      },
      {
        id: 'duration',
        header: t('training:field.durationShort'),
        cell: (row) =>
          row.durationMinutes === null ? null : t('training:minutes', { count: row.durationMinutes }),
        align: 'end',
      },
      { id: 'status', header: t('training:attempt.status'), cell: (row) => <AttemptStatus attempt={row} /> },
      {
        id: 'edit',
        header: '',
        cell: (row) => (
          <Allowed command="training.updateAttempt">
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPencil size={15} aria-hidden />}
              aria-label={t('training:attempt.editOf', { student: fullName(row) })}
              onClick={() => onEdit(row)}
            >
              {t('common:action.edit')}
            </Button>
          </Allowed>
        ),
        align: 'end',
      },
    ],
    [t, format, onEdit],
  );
}

interface AttemptsPanelProps {
  attempts: readonly AttemptRow[];
  onStart: () => void;
}

/** What was attempted in a session, scheme by scheme, with totals. */
export function AttemptsPanel({ attempts, onStart }: AttemptsPanelProps): ReactNode {
  const { t } = useTranslation();
  const compareText = useCompareText();
  const [edited, setEdited] = useState<AttemptRow | null>(null);
  const columns = useAttemptColumns(setEdited);
  if (attempts.length === 0) {
    return (
      <EmptyState
        icon={IconClipboardPlus}
        title={t('training:attempt.empty')}
        text={t('training:attempt.emptyText')}
        primary={
          <Allowed command="training.addAttempts">
            <Button onClick={onStart}>{t('training:attempt.start')}</Button>
          </Allowed>
        }
      />
    );
  }
  const byScheme = [...Map.groupBy(attempts, (attempt) => attempt.schemeId)];
  return (
    <div className={styles['panel']}>
      {byScheme.map(([schemeId, rows]) => (
        <Card
          key={schemeId}
          title={rows[0]?.schemeTitle ?? ''}
          actions={
            <Button
              component={Link}
              href={`/training/${rows[0]?.sessionId ?? ''}/${schemeId}`}
              variant="light"
              leftSection={<IconTable size={16} aria-hidden />}
            >
              {t('training:attempt.openSheet')}
            </Button>
          }
        >
          <SimpleTable
            label={rows[0]?.schemeTitle ?? ''}
            columns={columns}
            rows={rows.toSorted((a, b) => compareText(fullName(a), fullName(b)))}
            rowKey={(row) => row.id}
          />
        </Card>
      ))}
      {edited === null ? null : <AttemptDrawer attempt={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
