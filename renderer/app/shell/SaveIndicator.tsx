import { IconAlertCircle, IconCircleCheck, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveState } from '../../client/saveState.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import styles from './Header.module.css';
import { useConnectionStore } from './connection.store.ts';

interface Indication {
  tone: 'good' | 'bad' | 'calm';
  icon: Icon;
  text: string;
}

function useIndication(): Indication | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { pending, savedAt, failure } = useSaveState();
  const isLost = useConnectionStore((state) => state.isLost);
  if (isLost) return { tone: 'bad', icon: IconPlugConnectedX, text: t('nav:save.lost') };
  if (pending > 0) return { tone: 'calm', icon: IconRefresh, text: t('nav:save.pending') };
  if (failure !== null) return { tone: 'bad', icon: IconAlertCircle, text: t('nav:save.failed') };
  if (savedAt === null) return null;
  const time = format.time(new Date(savedAt).toISOString());
  return { tone: 'good', icon: IconCircleCheck, text: t('nav:save.saved', { time }) };
}

/** Whether everything that was entered is stored. There is no Save button anywhere. */
export function SaveIndicator(): ReactNode {
  const indication = useIndication();
  const IndicationIcon = indication?.icon;
  return (
    <div className={styles['save']} role="status" data-tone={indication?.tone}>
      {IndicationIcon ? <IndicationIcon size={16} aria-hidden /> : null}
      {indication?.text}
    </div>
  );
}
