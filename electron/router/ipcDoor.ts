import type { IpcMain, WebContents } from 'electron';
import { judgeFrame } from '../security/sender.ts';
import type { Dispatcher, EventSource } from './call.ts';

/** What the door of the window needs. */
export interface IpcDoorOptions {
  ipc: Pick<IpcMain, 'handle' | 'removeHandler'>;
  dispatcher: Dispatcher;
  events: EventSource;
  /** Origin of our own page. */
  ownOrigin: string;
  /** The pages that are open now. */
  listContents: () => readonly WebContents[];
}

/**
 * Opens the window's door: the only place that registers with `ipcMain`. Each call is passed on with a verdict on who
 * sent it; each event goes to every open page.
 * @returns a function that closes the door
 */
export function openIpcDoor(options: IpcDoorOptions): () => void {
  const { ipc, dispatcher, events, ownOrigin, listContents } = options;
  ipc.handle('shyng:call', (event, route: unknown, input: unknown) =>
    dispatcher.dispatch(route, input, judgeFrame(event.senderFrame, ownOrigin)),
  );
  const stopEvents = events.subscribe((told) => {
    for (const contents of listContents()) {
      if (!contents.isDestroyed()) contents.send('shyng:event', told);
    }
  });
  return () => {
    stopEvents();
    ipc.removeHandler('shyng:call');
  };
}
