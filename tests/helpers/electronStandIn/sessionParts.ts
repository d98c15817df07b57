import { answerHost } from './hostLink.ts';
import type { Outcome } from './messages.ts';
import { BrowserWindow } from './browserWindow.ts';

type IpcHandler = (event: unknown, ...args: unknown[]) => unknown;
type Serve = (request: Request) => Promise<Response>;

const ipcHandlers = new Map<string, IpcHandler>();

export const ipcMain = {
  handle(channel: string, handler: IpcHandler): void {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipcHandlers.set(channel, handler);
  },
  removeHandler(channel: string): void {
    ipcHandlers.delete(channel);
  },
};

answerHost('invoke', async ({ id, frame, channel, args }): Promise<Outcome> => {
  const handler = ipcHandlers.get(channel);
  if (handler === undefined) return { ok: false, message: `No handler registered for '${channel}'` };
  const sender = BrowserWindow.getAllWindows().find((window) => window.id === id)?.webContents;
  const senderFrame = { url: frame.url, parent: frame.isTop ? null : sender?.mainFrame };
  try {
    return { ok: true, value: await handler({ sender, senderFrame }, ...args) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
});

const schemes = new Map<string, Serve>();
const privileged = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged(list: { scheme: string }[]): void {
    for (const { scheme } of list) privileged.add(scheme);
  },
};

answerHost('serve', async ({ url, method }) => {
  const scheme = new URL(url).protocol.slice(0, -1);
  const serve = privileged.has(scheme) ? schemes.get(scheme) : undefined;
  if (serve === undefined) throw new Error(`Nobody serves ${scheme}:`);
  const response = await serve(new Request(url, { method }));
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
});

type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => unknown,
) => void;
type BeforeRequest = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => unknown) => void;

let askPermission: PermissionRequest = (_contents, _permission, answer) => answer(true);
let checkPermission: (contents: unknown, permission: string) => boolean = () => true;
let beforeRequest: BeforeRequest = (_details, answer) => answer({});

answerHost('mayRequest', ({ url }) => {
  const verdicts: boolean[] = [];
  beforeRequest({ url }, ({ cancel = false }) => verdicts.push(!cancel));
  return verdicts[0] ?? false;
});
answerHost('mayUse', ({ permission }) => {
  const verdicts = [checkPermission(null, permission)];
  askPermission(null, permission, (granted) => verdicts.push(granted));
  return verdicts.includes(true);
});

export const session = {
  defaultSession: {
    protocol: {
      handle(scheme: string, serve: Serve): void {
        schemes.set(scheme, serve);
      },
    },
    setPermissionRequestHandler(handler: PermissionRequest): void {
      askPermission = handler;
    },
    setPermissionCheckHandler(handler: typeof checkPermission): void {
      checkPermission = handler;
    },
    setDevicePermissionHandler(): void {
      // Chromium without a head has no devices.
    },
    webRequest: {
      onBeforeRequest(handler: BeforeRequest): void {
        beforeRequest = handler;
      },
    },
  },
};
