import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorSentence } from '../i18n/errorSentence.ts';
import { classNames } from './classNames.ts';
import styles from './States.module.css';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong, in words, and a button to try again. */
export function ErrorState({ error, onRetry }: ErrorStateProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['state']} role="alert">
      <span className={classNames(styles['icon'], styles['bad'])}>
        <IconAlertTriangle size={26} stroke={1.6} aria-hidden />
      </span>
      <h2 className={styles['title']}>{t('common:state.failed')}</h2>
      <p className={styles['text']}>{errorSentence(t, error)}</p>
      {onRetry ? (
        <div className={styles['actions']}>
          <Button variant="default" onClick={onRetry}>
            {t('common:action.retry')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
