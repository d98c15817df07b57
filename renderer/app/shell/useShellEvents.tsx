import { useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { toHexText } from '#shared/lib/hexText.ts';
import { useClient } from '../../client/clientContext.ts';
import type { ClientEvent } from '../../client/transport.ts';
import { notify } from '../../ui/notify.ts';
import { SavePdfContext } from '../../ui/print/savePdf.ts';
import { useConnectionStore } from './connection.store.ts';
import { useUndo } from './useUndo.ts';

/** Does what main asks the page for: commands of the menu, trouble, a lost connection. */
export function useShellEvents(openPalette: () => void): void {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const setLost = useConnectionStore((state) => state.setLost);
  const { undo, redo } = useUndo();
  const savePdf = useContext(SavePdfContext);

  const onMenu = (command: Extract<ClientEvent, { kind: 'menu' }>['command']): void => {
    const commands = {
      undo,
      redo,
      search: openPalette,
      print: () => window.print(),
      pdf: () => void savePdf?.(document.querySelector('h1')?.textContent ?? t('common:productName')),
      settings: () => navigate('/settings'),
      about: () => navigate('/settings'),
    };
    commands[command]();
  };
  const onEvent = useEffectEvent((event: ClientEvent) => {
    if (event.kind === 'menu') onMenu(event.command);
    if (event.kind === 'trouble') notify({ id: 'trouble', tone: 'bad', message: t(`errors:${event.code}`) });
    if (event.kind === 'open_backup') navigate(`/settings/backup/open/${toHexText(event.path)}`);
    if (event.kind === 'open_update') navigate(`/settings/update/open/${toHexText(event.path)}`);
    if (event.kind === 'key_missing')
      notify({ id: 'key', tone: 'bad', message: t('errors:missing_key'), stays: false });
    if (event.kind === 'connection_lost') setLost(true);
    if (event.kind === 'connection_back') setLost(false);
  });
  useEffect(() => client.subscribe(onEvent), [client, queryClient]);
}
