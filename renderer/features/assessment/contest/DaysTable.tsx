import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import styles from '../assessment.module.css';
import { countDays } from './contestModel.ts';

/** On which day each sub-criterion is marked, and by how many judges. */
export function DaysTable({ answer }: { answer: RouteOutput<'contest.getEntry'> }): ReactNode {
  const { t } = useTranslation();
  const setDay = useCommand('contest.setDay');
  const { entry, contest, forms } = answer;
  const days = countDays(
    contest,
    forms.map((form) => form.day),
  );
  return (
    <Card title={t('contest:days.title')}>
      <SimpleTable
        label={t('contest:days.title')}
        rows={forms}
        rowKey={(form) => form.subCriterionId}
        columns={[
          {
            id: 'form',
            header: t('assessment:judging.form'),
            cell: (form) => `${form.code} ${form.name}`.trim(),
          },
          {
            id: 'aspects',
            header: t('contest:days.aspects'),
            align: 'end',
            cell: (form) => form.aspectCount,
          },
          { id: 'judges', header: t('contest:days.judges'), align: 'end', cell: (form) => form.judgeCount },
          {
            id: 'day',
            header: t('contest:days.day'),
            width: 150,
            cell: (form) => (
              <EditOnly command="contest.setDay">
                <Select
                  size="xs"
                  aria-label={`${t('contest:days.day')}: ${form.code}`}
                  disabled={entry.state !== 'open'}
                  data={[
                    { value: '', label: t('contest:days.none') },
                    ...Array.from({ length: days }, (_, index) => ({
                      value: String(index + 1),
                      label: t('contest:board.dayNumber', { number: index + 1 }),
                    })),
                  ]}
                  value={form.day === null ? '' : String(form.day)}
                  allowDeselect={false}
                  onChange={(value) =>
                    setDay.mutate({
                      entryId: entry.id,
                      subCriterionId: form.subCriterionId,
                      day: value === null || value === '' ? null : Number(value),
                    })
                  }
                />
              </EditOnly>
            ),
          },
        ]}
      />
      <p className={styles['soft']}>{t('contest:days.hint')}</p>
    </Card>
  );
}
