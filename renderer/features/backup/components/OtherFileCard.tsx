import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/Page.tsx';
import styles from './Backup.module.css';

interface OtherFileCardProps {
  /** File that was opened from the system's file manager; empty when none was. */
  initialPath: string;
  onOpen: (path: string) => void;
}

/** A backup that lies elsewhere, for example on another computer's stick. */
export function OtherFileCard({ initialPath, onOpen }: OtherFileCardProps): ReactNode {
  const { t } = useTranslation();
  const [path, setPath] = useState(initialPath);
  return (
    <Card title={t('backup:other.title')}>
      <form
        className={styles['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== '') onOpen(path.trim());
        }}
      >
        <TextInput
          className={styles['wide'] ?? ''}
          label={t('backup:other.path')}
          description={t('backup:other.hint')}
          value={path}
          maxLength={1000}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={path.trim() === ''}>
          {t('backup:open')}
        </Button>
      </form>
    </Card>
  );
}
