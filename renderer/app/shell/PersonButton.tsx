import { Button, Tooltip } from '@mantine/core';
import { useIdle } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessState } from '#shared/contract/access.ts';
import { useCommand } from '../../client/queries.ts';
import { useAccess } from '../../client/useAccess.ts';

const MS_PER_MINUTE = 60_000;

function Signed({
  person,
  idleMinutes,
}: {
  person: NonNullable<AccessState['person']>;
  idleMinutes: number;
}): ReactNode {
  const { t } = useTranslation();
  const signOut = useCommand('access.signOut');
  const isIdle = useIdle(idleMinutes * MS_PER_MINUTE, { initialState: false });
  const lock = useEffectEvent(() => signOut.mutate({}));
  useEffect(() => {
    if (isIdle) lock();
  }, [isIdle]);
  return (
    <Tooltip label={t('access:person.lock')}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconLock size={14} aria-hidden />}
        aria-label={t('access:person.lockOf', { name: person.name })}
        onClick={() => signOut.mutate({})}
      >
        {person.name}
      </Button>
    </Tooltip>
  );
}

/** Who works now; one click locks the program and lets another person in. Locks by itself after idle. */
export function PersonButton(): ReactNode {
  const access = useAccess();
  return access?.person ? <Signed person={access.person} idleMinutes={access.idleMinutes} /> : null;
}
