import { Button, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { HistoryAction } from '#shared/contract/app.ts';
import type { Client } from '../client/client.ts';
import { followSave } from '../client/saveState.ts';
import { actionSentence } from '../i18n/actionSentence.ts';
import { errorSentence } from '../i18n/errorSentence.ts';
import { closeNotice, notify } from '../ui/notify.ts';

const NOTICE = 'undo';
/** Milliseconds: long enough to read and to reach the button. */
const STAYS = 10_000;

/** Tells what was done last and offers to take it back. */
export async function offerUndo(client: Client, t: TFunction): Promise<void> {
  const { refusedCommands } = await client.call('access.getState', {});
  if (refusedCommands.includes('history.undo')) return;
  const { undo } = await client.call('history.getUndoState', {});
  if (undo === null) return;
  notify({ id: NOTICE, stays: STAYS, message: undoMessage(client, t, undo) });
}

function undoMessage(client: Client, t: TFunction, action: HistoryAction): ReactNode {
  const takeBack = async (): Promise<void> => {
    closeNotice(NOTICE);
    try {
      await followSave(client.call('history.undo', { actionId: action.id }));
    } catch (error) {
      notify({ tone: 'bad', message: errorSentence(t, error) });
    }
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{t('nav:done', { action: actionSentence(t, action) })}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={() => void takeBack()}>
        {t('nav:undo.short')}
      </Button>
    </Group>
  );
}
