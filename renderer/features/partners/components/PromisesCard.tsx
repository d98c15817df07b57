import { Button } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { dutyStanding } from '#shared/domain/partners/agreements.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from '../partners.module.css';
import { dutyTones } from '../standings.ts';
import { PromiseDrawer } from './PromiseDrawer.tsx';

interface PromisesCardProps {
  partnerId: string;
  /** The visit on which new ones are made; null: none. */
  visitId: string | null;
  tasks: readonly TaskRow[];
}

/** What was promised by whom until when; each is a task. */
export function PromisesCard({ partnerId, visitId, tasks }: PromisesCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [edited, setEdited] = useState<TaskRow | 'new' | null>(null);
  const setState = useCommand('tasks.setState');
  const today = useToday();
  return (
    <Card
      title={t('partners:promise.title')}
      actions={
        <Allowed command="tasks.save">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('partners:promise.add')}
          </Button>
        </Allowed>
      }
    >
      {tasks.length === 0 ? <p className={styles['hint']}>{t('partners:promise.none')}</p> : null}
      <ul className={styles['list']}>
        {tasks.map((task) => {
          const standing = dutyStanding(task, today);
          const facts = [
            t(`partners:side.${task.side}`),
            task.responsibleName,
            task.dueDate === null ? '' : t('partners:obligation.until', { date: format.date(task.dueDate) }),
          ];
          return (
            <li key={task.id} className={styles['item']}>
              <span className={styles['words']}>
                {task.title}
                <span className={styles['soft']}>{facts.filter((part) => part !== '').join(' · ')}</span>
              </span>
              <span className={styles['side']}>
                <StatusBadge tone={dutyTones[standing]}>{t(`partners:duty.${standing}`)}</StatusBadge>
                {task.state === 'open' ? (
                  <Allowed command="tasks.setState">
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      leftSection={<IconCheck size={14} aria-hidden />}
                      aria-label={t('partners:obligation.finishOne', { what: task.title })}
                      onClick={() => setState.mutate({ id: task.id, state: 'done' })}
                    >
                      {t('partners:obligation.finish')}
                    </Button>
                  </Allowed>
                ) : null}
                <Allowed command="tasks.save">
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('partners:action.editOne', { what: task.title })}
                    onClick={() => setEdited(task)}
                  >
                    {t('common:action.edit')}
                  </Button>
                </Allowed>
              </span>
            </li>
          );
        })}
      </ul>
      {edited === null ? null : (
        <PromiseDrawer
          partnerId={partnerId}
          visitId={visitId}
          task={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
