import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts.tsx';
import { Card } from '../../../ui/Page.tsx';
import styles from './SettingsPage.module.css';

/** Keys as they stand on the keyboard, and the sentence for what they do. */
const SHORTCUTS: readonly { keys: string; what: string }[] = [
  { keys: 'Ctrl+K', what: 'settings:keys.search' },
  { keys: 'Ctrl+Z', what: 'settings:keys.undo' },
  { keys: 'Ctrl+Shift+Z', what: 'settings:keys.redo' },
  { keys: 'Ctrl+Enter', what: 'settings:keys.submit' },
  { keys: 'Enter', what: 'settings:keys.open' },
];

/** Version, meaning of the name, and the keys that work everywhere. */
export function AboutCard({ version }: { version: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Card title={t('settings:about.title')}>
      <p className={styles['text']}>{t('settings:about.text')}</p>
      <Facts
        facts={[
          { term: t('settings:about.version'), value: version },
          { term: t('settings:about.data'), value: t('settings:about.dataText') },
          ...SHORTCUTS.map(({ keys, what }) => ({
            term: t(what),
            value: <kbd className={styles['keys']}>{keys}</kbd>,
          })),
        ]}
      />
    </Card>
  );
}
