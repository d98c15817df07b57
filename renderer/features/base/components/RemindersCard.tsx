import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './Base.module.css';

/** Calibrations, services and returns that fall due. */
export function RemindersCard(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const reminders = useRouteQuery('base.listReminders', {});
  return (
    <Card title={t('base:reminders.title')}>
      <QueryView query={reminders}>
        {(answer) =>
          answer.reminders.length === 0 ? (
            <p className={styles['soft']}>{t('base:reminders.none')}</p>
          ) : (
            <SimpleTable
              label={t('base:reminders.title')}
              rows={answer.reminders}
              rowKey={(row) => `${row.inventoryId}/${row.kind}`}
              columns={[
                {
                  id: 'due',
                  header: t('base:column.due'),
                  width: 150,
                  cell: (row) => (
                    <StatusBadge tone={row.isOverdue ? 'bad' : 'warn'}>{format.date(row.due)}</StatusBadge>
                  ),
                },
                {
                  id: 'what',
                  header: t('base:column.what'),
                  cell: (row) =>
                    t(`base:reminder.${row.kind}`, { name: row.name, partner: row.partnerName || '–' }),
                },
                { id: 'number', header: t('base:column.number'), cell: (row) => row.inventoryNumber },
              ]}
            />
          )
        }
      </QueryView>
    </Card>
  );
}
