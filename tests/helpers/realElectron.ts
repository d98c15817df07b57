import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { installedRuntime, noWindowReason } from '../../electron/tools/electronRuntime.ts';
import { exitOf, type Desktop, type DesktopView } from './desktop.ts';
import type { Bounds, DialogEntry, MenuEntry, Outcome } from './electronStandIn/messages.ts';

/** The Electron runtime of this machine, or null: then the stand-in takes its place. */
export const realRuntime: string | null =
  noWindowReason(process.env, process.platform) === null ? installedRuntime() : null;

/** What is noted in the main process while the app runs. */
interface Notes {
  dialogs: DialogEntry[];
  externalUrls: string[];
  secondStarts: number;
}

declare global {
  var shyngNotes: Notes | undefined;
}

function takeNotes(application: ElectronApplication): Promise<void> {
  return application.evaluate(({ app, dialog, shell }) => {
    const notes: Notes = { dialogs: [], externalUrls: [], secondStarts: 0 };
    globalThis.shyngNotes = notes;
    shell.openExternal = (url: string) => {
      notes.externalUrls.push(url);
      return Promise.resolve();
    };
    dialog.showErrorBox = (title: string, detail: string) => {
      notes.dialogs.push({ kind: 'error', title, detail, buttons: [] });
    };
    app.on('second-instance', () => notes.secondStarts++);
  });
}

function look(application: ElectronApplication): Promise<DesktopView> {
  return application.evaluate(({ BrowserWindow, Menu }) => {
    interface Item {
      id?: string;
      role?: string;
      label: string;
      submenu?: { items: Item[] } | undefined;
    }
    const entry = ({ id, role, label, submenu }: Item): MenuEntry => ({
      ...(id === undefined ? {} : { id }),
      ...(role === undefined ? {} : { role }),
      label,
      ...(submenu === undefined ? {} : { submenu: submenu.items.map(entry) }),
    });
    const notes = globalThis.shyngNotes ?? { dialogs: [], externalUrls: [], secondStarts: 0 };
    const items = (Menu.getApplicationMenu()?.items ?? []) as unknown as Item[];
    return {
      ...notes,
      menu: items.map(entry),
      windows: BrowserWindow.getAllWindows().map((window) => ({
        bounds: window.getNormalBounds(),
        maximized: window.isMaximized(),
        shown: window.isVisible(),
      })),
    };
  });
}

function invokeFrom(
  application: ElectronApplication,
  frame: { url: string; isTop: boolean },
  args: [string, unknown],
): Promise<Outcome> {
  return application.evaluate(
    async ({ ipcMain }, { url, isTop, call }) => {
      type Handler = (event: unknown, ...args: unknown[]) => unknown;
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>;
      const event = { senderFrame: { url, parent: isTop ? null : {} } };
      return { ok: true as const, value: await handlers.get('shyng:call')?.(event, ...call) };
    },
    { ...frame, call: args },
  );
}

function control(application: ElectronApplication): Desktop {
  const child = application.process();
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => written.push(text));
  }
  const exited = exitOf(child);
  const desktop: Desktop = {
    exited,
    firstPage: (): Promise<Page> => application.firstWindow(),
    async until(holds) {
      let view = await look(application);
      while (!holds(view)) view = await look(application);
      return view;
    },
    clickMenu: (id) =>
      application.evaluate(({ Menu }, itemId) => {
        Menu.getApplicationMenu()?.getMenuItemById(itemId)?.click();
      }, id),
    moveWindow: (bounds: Bounds) =>
      application.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
      }, bounds),
    closeWindow: () =>
      application.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.close();
      }),
    invokeFrom: (frame, route, input) => invokeFrom(application, frame, [route, input]),
    async quit() {
      await application.evaluate(({ app }) => app.quit()).catch(() => undefined);
      return exited;
    },
    kill() {
      child.kill('SIGKILL');
      return exited;
    },
    output: () => written.join(''),
  };
  return desktop;
}

/** Starts the program on the real runtime. */
export async function launchReal(
  executablePath: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Desktop> {
  const env = Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const application = await _electron.launch({ executablePath, args: ['.', ...args], env });
  await takeNotes(application);
  return control(application);
}
