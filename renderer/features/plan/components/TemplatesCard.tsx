import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';

/** Plans that are kept as templates; absent while there is none. */
export function TemplatesCard(): ReactNode {
  const { t } = useTranslation();
  const remove = useCommand('plan.removeTemplate', { offerUndo: true });
  const templates = useRouteQuery('plan.listTemplates', {}).data?.templates ?? [];
  if (templates.length === 0) return null;
  return (
    <Card title={t('plan:template.title')}>
      <SimpleTable
        label={t('plan:template.title')}
        rows={templates}
        rowKey={(row) => row.id}
        columns={[
          { id: 'title', header: t('plan:field.title'), cell: (row) => row.title },
          {
            id: 'days',
            header: t('plan:template.length'),
            cell: (row) => t('plan:template.days', { count: row.days }),
            align: 'end',
          },
          {
            id: 'sessions',
            header: t('plan:template.sessions'),
            cell: (row) => t('plan:calendar.count', { count: row.sessionCount }),
            align: 'end',
          },
          {
            id: 'remove',
            header: t('plan:actions'),
            cell: (row) => (
              <Allowed command="plan.removeTemplate">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('plan:template.remove', { title: row.title })}
                  onClick={() => remove.mutate({ id: row.id })}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Allowed>
            ),
            align: 'end',
          },
        ]}
      />
    </Card>
  );
}
