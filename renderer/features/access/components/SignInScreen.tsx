import { Button, PasswordInput } from '@mantine/core';
import { IconArrowLeft, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessState } from '#shared/contract/access.ts';
import { useCommand } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import styles from './Access.module.css';

type Name = AccessState['names'][number];

function SecretForm({ name, onBack }: { name: Name; onBack: () => void }): ReactNode {
  const { t } = useTranslation();
  const signIn = useCommand('access.signIn', { quiet: true });
  const [secret, setSecret] = useState('');
  const isPin = name.secretKind === 'pin';
  return (
    <form
      className={styles['sections']}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ profileId: name.id, secret }, { onError: () => setSecret('') });
      }}
    >
      <PasswordInput
        label={t(isPin ? 'access:signIn.pinOf' : 'access:signIn.passwordOf', { name: name.name })}
        {...(isPin ? { inputMode: 'numeric' as const } : {})}
        autoComplete="current-password"
        autoFocus
        value={secret}
        error={signIn.error ? errorSentence(t, signIn.error) : null}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <div className={styles['row']}>
        <Button type="submit" loading={signIn.isPending} disabled={secret === ''}>
          {t('access:signIn.enter')}
        </Button>
        <Button variant="subtle" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
          {t('access:signIn.other')}
        </Button>
      </div>
    </form>
  );
}

/** Choose a name, say the password or PIN: nothing else of the program is shown before. */
export function SignInScreen({ names }: { names: readonly Name[] }): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Name | null>(null);
  return (
    <main id="content" className={styles['screen']}>
      <div className={styles['panel']}>
        <h1 className={styles['title']}>{t('access:signIn.title')}</h1>
        {chosen ? (
          <SecretForm name={chosen} onBack={() => setChosen(null)} />
        ) : (
          <ul className={styles['names']}>
            {names.map((name) => (
              <li key={name.id}>
                <Button
                  fullWidth
                  justify="flex-start"
                  variant="default"
                  leftSection={<IconUser size={16} aria-hidden />}
                  onClick={() => setChosen(name)}
                >
                  {name.name}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}
