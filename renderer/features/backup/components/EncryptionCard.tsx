import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../../../client/queries.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './Backup.module.css';

const SHORTEST = 8;

function PassphraseForm({ submitLabel }: { submitLabel: string }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const set = useCommand('backup.setPassphrase');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const differs = repeated !== '' && repeated !== passphrase;
  const isReady = passphrase.length >= SHORTEST && repeated === passphrase;
  return (
    <form
      className={styles['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) set.mutate({ passphrase }, { onSuccess: () => navigate('/settings/backup/sheet') });
      }}
    >
      <PasswordInput
        className={styles['wide'] ?? ''}
        label={t('backup:encryption.passphrase')}
        description={t('backup:encryption.hint')}
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <PasswordInput
        className={styles['wide'] ?? ''}
        label={t('backup:encryption.repeat')}
        autoComplete="new-password"
        error={differs ? t('backup:encryption.differs') : null}
        value={repeated}
        onChange={(event) => setRepeated(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={set.isPending} disabled={!isReady}>
        {submitLabel}
      </Button>
    </form>
  );
}

function Encrypted(): ReactNode {
  const { t } = useTranslation();
  const set = useCommand('backup.setPassphrase');
  const [isChanging, setChanging] = useState(false);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles['fields']}>
      <StatusBadge tone="good">{t('backup:encryption.on')}</StatusBadge>
      <p className={styles['text']}>{t('backup:encryption.onText')}</p>
      <Link href="/settings/backup/sheet">{t('backup:sheet.open')}</Link>
      {isChanging ? (
        <PassphraseForm submitLabel={t('backup:encryption.change')} />
      ) : (
        <div className={styles['row']}>
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {t('backup:encryption.change')}
          </Button>
          <Button size="xs" variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t('backup:encryption.stop')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('backup:encryption.stopTitle')}
        text={t('backup:encryption.stopText')}
        confirmLabel={t('backup:encryption.stop')}
        isRemoval
        onConfirm={() => set.mutate({ passphrase: null })}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

/** Whether backups are locked with a passphrase, and the sheet for the day it is forgotten. */
export function EncryptionCard({ encrypted }: { encrypted: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <Card title={t('backup:encryption.title')}>
      {encrypted ? (
        <Encrypted />
      ) : (
        <div className={styles['fields']}>
          <p className={styles['text']}>{t('backup:encryption.offText')}</p>
          <PassphraseForm submitLabel={t('backup:encryption.start')} />
        </div>
      )}
    </Card>
  );
}
