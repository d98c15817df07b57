import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { Card } from '../../../ui/Page.tsx';
import { notify } from '../../../ui/notify.ts';
import { isLongEnough } from '../secretRule.ts';
import styles from './Access.module.css';

/** Everybody changes their own password or PIN. */
export function ChangeSecretCard(): ReactNode {
  const { t } = useTranslation();
  const change = useCommand('access.changeSecret', { quiet: true });
  const [oldSecret, setOld] = useState('');
  const [newSecret, setNew] = useState('');
  const onSuccess = (): void => {
    setOld('');
    setNew('');
    notify({ tone: 'good', message: t('access:change.done') });
  };
  return (
    <Card title={t('access:change.title')}>
      <form
        className={styles['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ oldSecret, newSecret }, { onSuccess });
        }}
      >
        <PasswordInput
          label={t('access:change.old')}
          autoComplete="current-password"
          error={change.error ? errorSentence(t, change.error) : null}
          value={oldSecret}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('access:change.new')}
          description={t('access:field.secretHint')}
          autoComplete="new-password"
          value={newSecret}
          onChange={(event) => setNew(event.currentTarget.value)}
        />
        <div>
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={oldSecret === '' || !isLongEnough(newSecret)}
          >
            {t('access:change.do')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
