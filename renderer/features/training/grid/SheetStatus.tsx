import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { countUnsent } from '../marks/markQueue.ts';
import { useMarkSender, useSenderState } from '../marks/useMarkSender.ts';
import styles from './SheetStatus.module.css';

/** Why the first of the failed batches failed. */
function useFailure(): string | null {
  return useSenderState(({ batches }) => batches.find((batch) => batch.state === 'failed')?.failure ?? null);
}

/** Whether everything that was entered is stored, how much that is, and what to do where it is not. */
function StoredState(): ReactNode {
  const { t } = useTranslation();
  const sender = useMarkSender();
  const { unsent, failed } = useSenderState(useShallow(({ batches }) => countUnsent(batches)));
  const storedCount = useSenderState((state) => state.storedCount);
  const failure = useFailure();
  if (failed > 0) {
    return (
      <div className={styles['state']} role="alert" data-tone="bad">
        <IconAlertTriangleFilled size={15} aria-hidden />
        <span>{t('training:stored.failed', { count: failed })}</span>
        <span className={styles['why']}>{failure === null ? null : t(`errors:${failure}`)}</span>
        <Button size="compact-sm" variant="light" color="red" onClick={() => sender.retry()}>
          {t('common:action.retry')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => sender.discard()}>
          {t('training:stored.discard')}
        </Button>
      </div>
    );
  }
  const isStoring = unsent > 0;
  const Icon = isStoring ? IconRefresh : IconCircleCheck;
  const text =
    storedCount === 0 ? t('training:stored.nothingYet') : t('training:stored.all', { count: storedCount });
  return (
    <div
      className={styles['state']}
      role="status"
      data-tone={isStoring ? 'calm' : 'good'}
      data-stored={storedCount}
    >
      <Icon size={15} aria-hidden />
      <span>{isStoring ? t('training:stored.storing', { count: unsent }) : text}</span>
    </div>
  );
}

const LEGEND: readonly { keys: readonly string[]; text: string }[] = [
  { keys: ['+'], text: 'training:legend.full' },
  { keys: ['0'], text: 'training:legend.zero' },
  { keys: ['−'], text: 'training:legend.notAttempted' },
  { keys: ['Tab'], text: 'training:legend.next' },
  { keys: ['Enter'], text: 'training:legend.down' },
  { keys: ['F2'], text: 'training:legend.edit' },
  { keys: ['Ctrl D'], text: 'training:legend.fillDown' },
  { keys: ['Alt ↑'], text: 'training:legend.fold' },
  { keys: ['Esc', 'Tab'], text: 'training:legend.leave' },
];

/** The line below the grid: what is stored, and the keys. */
export function SheetStatus(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['line']}>
      <StoredState />
      <ul className={styles['legend']} aria-label={t('training:legend.title')}>
        {LEGEND.map(({ keys, text }) => (
          <li key={text}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {t(text)}
          </li>
        ))}
      </ul>
    </div>
  );
}
