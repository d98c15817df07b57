import { contextBridge, ipcRenderer } from 'electron';

/**
 * All that the page gets of the desktop app. It only passes on: routes are looked up and inputs are checked in the
 * main process, so this file never grows. It must stand alone (sandboxed preloads cannot import files of ours).
 */
const door = {
  /** Calls a route of the contract; answers with its result envelope. */
  call: (route: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('shyng:call', route, input),
  /** Hears what main tells every page. @returns a function that ends it */
  onEvent: (listener: (event: unknown) => void): (() => void) => {
    // Electron's own event object stays here: it leads to the sender.
    const forward = (_event: unknown, told: unknown) => listener(told);
    ipcRenderer.on('shyng:event', forward);
    return () => {
      ipcRenderer.off('shyng:event', forward);
    };
  },
};

contextBridge.exposeInMainWorld('shyng', door);
