import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../client/queries.ts';
import { useLongCall } from '../../../client/useLongCall.ts';
import { Card } from '../../../ui/Page.tsx';
import { notify } from '../../../ui/notify.ts';
import styles from './Backup.module.css';

/** All of the college in an open format. */
export function ExportCard(): ReactNode {
  const { t } = useTranslation();
  const write = useCommand('backup.exportCollege');
  const call = useLongCall();
  const [folder, setFolder] = useState('');
  const run = async (): Promise<void> => {
    const chosen = folder.trim();
    const { path } = await call.run((task) =>
      write.mutateAsync(chosen === '' ? { task } : { task, folder: chosen }),
    );
    notify({ tone: 'good', stays: false, message: t('backup:export.done', { path }) });
  };
  return (
    <Card title={t('backup:export.title')}>
      <form
        className={styles['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          // A refusal is told by the command itself.
          run().catch(() => undefined);
        }}
      >
        <p className={styles['text']}>{t('backup:export.text')}</p>
        <TextInput
          className={styles['wide'] ?? ''}
          label={t('backup:export.folder')}
          description={t('backup:export.hint')}
          value={folder}
          maxLength={1000}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={call.progress !== null}>
          {t('backup:export.do')}
        </Button>
      </form>
    </Card>
  );
}
