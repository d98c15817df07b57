import { Button, Group } from '@mantine/core';
import { IconFileImport, IconListDetails, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './Base.module.css';
import { ImportDrawer } from './ImportDrawer.tsx';
import { ListDrawer } from './ListDrawer.tsx';

/** Infrastructure lists of the competencies. */
export function ListsPanel(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const nameOf = useCompetencyName();
  const [side, setSide] = useState<'add' | 'import' | null>(null);
  const lists = useRouteQuery('base.listLists', {});
  const buttons = (
    <Group gap="xs">
      <Allowed command="base.createList">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setSide('add')}
        >
          {t('base:list.add')}
        </Button>
      </Allowed>
      <Allowed command="base.importItems">
        <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => setSide('import')}>
          {t('base:import.button')}
        </Button>
      </Allowed>
    </Group>
  );
  const close = (): void => setSide(null);
  return (
    <>
      <QueryView query={lists}>
        {(answer) =>
          answer.lists.length === 0 ? (
            <EmptyState
              icon={IconListDetails}
              title={t('base:list.empty')}
              text={t('base:list.emptyText')}
              primary={buttons}
            />
          ) : (
            <Card title={t('base:tab.lists')} actions={buttons}>
              <SimpleTable
                label={t('base:tab.lists')}
                rows={answer.lists}
                rowKey={(row) => row.id}
                columns={[
                  {
                    id: 'title',
                    header: t('base:column.list'),
                    cell: (row) => <Link href={`/base/lists/${row.id}`}>{row.title}</Link>,
                  },
                  {
                    id: 'competency',
                    header: t('base:column.competency'),
                    cell: (row) => nameOf(row.competencyId),
                  },
                  { id: 'edition', header: t('base:column.edition'), cell: (row) => row.edition },
                  {
                    id: 'items',
                    header: t('base:column.items'),
                    align: 'end',
                    cell: (row) => row.itemCount,
                  },
                  {
                    id: 'linked',
                    header: t('base:column.linked'),
                    align: 'end',
                    cell: (row) => row.linkedCount,
                  },
                  {
                    id: 'state',
                    header: t('base:column.state'),
                    cell: (row) => (
                      <span className={styles['badges']}>
                        <StatusBadge tone={row.isCurrent ? 'good' : 'calm'}>
                          {t(row.isCurrent ? 'base:list.current' : 'base:list.former')}
                        </StatusBadge>
                        {row.unsetCount > 0 ? (
                          <StatusBadge tone="warn">
                            {t('base:trouble.unset', { value: row.unsetCount })}
                          </StatusBadge>
                        ) : null}
                      </span>
                    ),
                  },
                ]}
              />
            </Card>
          )
        }
      </QueryView>
      {side === 'add' ? (
        <ListDrawer list={null} onClose={close} onStored={(id) => navigate(`/base/lists/${id}`)} />
      ) : null}
      {side === 'import' ? (
        <ImportDrawer list={null} onClose={close} onImported={(id) => navigate(`/base/lists/${id}`)} />
      ) : null}
    </>
  );
}
