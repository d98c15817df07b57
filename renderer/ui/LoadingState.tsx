import { Loader } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './States.module.css';

/** Answers usually come sooner than this; a flash of a spinner would only disturb. Milliseconds. */
const PATIENCE = 200;

/** While an answer is on its way; nothing is shown at first. */
export function LoadingState(): ReactNode {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useTimeout(() => setSlow(true), PATIENCE, { autoInvoke: true });
  return (
    <div className={styles['state']} role="status" aria-busy="true">
      {isSlow ? <Loader size="sm" aria-hidden /> : null}
      {isSlow ? <span className={styles['text']}>{t('common:state.loading')}</span> : null}
    </div>
  );
}
