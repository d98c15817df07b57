import { Button, Modal, PasswordInput, Progress } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailure } from '../../../client/callFailure.ts';
import type { CallProgress } from '../../../client/useLongCall.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { PreviewState } from '../usePreview.ts';
import styles from './Backup.module.css';
import { PreviewContents } from './PreviewContents.tsx';

const SECRET_CODES = ['backup_passphrase_needed', 'backup_passphrase_wrong'];

function Unpacking({ progress }: { progress: CallProgress }): ReactNode {
  const { t } = useTranslation();
  const percent = progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  return (
    <div className={styles['sections']}>
      <p className={styles['text']}>{t('backup:preview.running')}</p>
      <Progress.Root size="md">
        <Progress.Section value={percent} aria-label={t('backup:preview.running')} />
      </Progress.Root>
    </div>
  );
}

function SecretForm({
  wasWrong,
  onSubmit,
}: {
  wasWrong: boolean;
  onSubmit: (secret: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  return (
    <form
      className={styles['sections']}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(secret);
      }}
    >
      <PasswordInput
        label={t('backup:preview.secret')}
        description={t('backup:preview.secretHint')}
        error={wasWrong ? t('errors:backup_passphrase_wrong') : null}
        value={secret}
        data-autofocus
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <Button type="submit" disabled={secret === ''}>
        {t('backup:preview.unlock')}
      </Button>
    </form>
  );
}

/** What is inside a backup and how it differs from now; nothing changes before a button is pressed. */
export function PreviewDialog({ state }: { state: PreviewState }): ReactNode {
  const { t } = useTranslation();
  const { source, preview, error, progress, close } = state;
  const code = error instanceof CallFailure ? error.code : '';
  const wantsSecret = SECRET_CODES.includes(code);
  return (
    <Modal.Root opened={source !== null} onClose={close} size={680} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header>
          <Modal.Title fz="lg" fw={640}>
            {t('backup:preview.title')}
          </Modal.Title>
          <Modal.CloseButton aria-label={t('common:action.close')} />
        </Modal.Header>
        <Modal.Body p="lg">
          {progress ? <Unpacking progress={progress} /> : null}
          {!progress && wantsSecret ? (
            <SecretForm
              wasWrong={code === 'backup_passphrase_wrong'}
              onSubmit={(secret) => source && state.open(source, secret)}
            />
          ) : null}
          {!progress && error !== null && !wantsSecret ? (
            <Notice tone="bad" title={errorSentence(t, error)} />
          ) : null}
          {preview && !progress ? <PreviewContents preview={preview} onClose={close} /> : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
