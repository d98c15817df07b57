import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../useTask.ts';
import styles from './selection.module.css';

/** How far a computation is, and the way to end it. */
export function TaskBar({ task }: { task: Task }): ReactNode {
  const { t } = useTranslation();
  if (task.progress === null) return null;
  const { done, total } = task.progress;
  return (
    <div className={styles['controls']} role="status">
      <Progress
        value={total > 0 ? (100 * done) / total : 100}
        animated={total === 0}
        w={260}
        aria-label={t('selection:task.label')}
      />
      <span>{total > 0 ? t('selection:task.of', { done, total }) : t('selection:task.steps', { done })}</span>
      <Button variant="default" size="compact-sm" onClick={task.cancel}>
        {t('common:action.cancel')}
      </Button>
    </div>
  );
}
