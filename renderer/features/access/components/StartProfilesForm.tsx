import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../client/queries.ts';
import styles from './Access.module.css';
import { isLongEnough } from '../secretRule.ts';

/** Makes the first administrator; there is no password that the program would bring along. */
export function StartProfilesForm(): ReactNode {
  const { t } = useTranslation();
  const start = useCommand('access.startProfiles');
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const [repeated, setRepeated] = useState('');
  const differs = repeated !== '' && repeated !== secret;
  const isReady = name.trim() !== '' && isLongEnough(secret) && repeated === secret;
  return (
    <form
      className={styles['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) start.mutate({ name: name.trim(), secret });
      }}
    >
      <p className={styles['text']}>{t('access:start.text')}</p>
      <TextInput
        label={t('access:field.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('access:field.secret')}
        description={t('access:field.secretHint')}
        autoComplete="new-password"
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('access:field.repeat')}
        autoComplete="new-password"
        error={differs ? t('access:field.differs') : null}
        value={repeated}
        onChange={(event) => setRepeated(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={start.isPending} disabled={!isReady}>
          {t('access:start.do')}
        </Button>
      </div>
    </form>
  );
}
