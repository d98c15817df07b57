import { Buffer } from 'node:buffer';
import { EventEmitter } from 'node:events';
import { StandInEvent, app } from './app.ts';
import { answerHost, host } from './hostLink.ts';
import type { Bounds, PdfOptions } from './messages.ts';
import { openWindows } from './windows.ts';

interface WindowOptions extends Partial<Bounds> {
  show?: boolean;
  webPreferences?: Record<string, unknown>;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** What must be set before a page is shown; the stand-in refuses a window that is less strict. */
const REQUIRED: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  webSecurity: true,
};

/** The page of a window, seen from main. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame = { url: 'about:blank', parent: null };
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #destroyed = false;

  constructor(id: number) {
    super();
    this.id = id;
  }

  send(channel: string, ...args: unknown[]): void {
    void host.ask('send', { id: this.id, channel, args });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  askWindowOpen(url: string): 'allow' | 'deny' {
    return this.#openHandler({ url }).action;
  }

  /** Tells whether a navigation may go on, as the listeners decide. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const event = Object.assign(new StandInEvent(), { url, isMainFrame });
    if (isMainFrame) this.emit('will-navigate', event, url);
    this.emit('will-frame-navigate', event);
    return !event.defaultPrevented;
  }

  reload(): void {
    void host.ask('reload', { id: this.id });
  }

  /** Chromium prints, as it does in Electron. */
  async printToPDF(options: PdfOptions): Promise<Buffer> {
    return Buffer.from(await host.ask('printToPdf', { id: this.id, options }));
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  destroy(): void {
    this.#destroyed = true;
  }
}

let lastId = 0;

/** A window: a page of Chromium, with the size and the state that a window manager would know. */
export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId;
  readonly webContents = new WebContents(this.id);
  #bounds: Bounds;
  #shown: boolean;
  #maximized = false;
  #minimized = false;
  #opened: Promise<unknown>;

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows.values()].filter((window) => window instanceof BrowserWindow);
  }

  constructor(options: WindowOptions) {
    super();
    const preferences = options.webPreferences ?? {};
    for (const [name, value] of Object.entries(REQUIRED)) {
      if (preferences[name] !== value) throw new Error(`webPreferences.${name} must be ${String(value)}`);
    }
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#shown = options.show ?? true;
    openWindows.set(this.id, this);
    const preloadFile = typeof preferences['preload'] === 'string' ? preferences['preload'] : '';
    this.#opened = host.ask('openWindow', { id: this.id, bounds: this.#bounds, preloadFile });
    app.emit('web-contents-created', new StandInEvent(), this.webContents);
    this.#tell();
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened;
    this.webContents.mainFrame.url = url;
    await host.ask('loadUrl', { id: this.id, url });
  }

  show(): void {
    this.#shown = true;
    this.#tell();
  }

  focus(): void {
    this.#tell();
  }

  maximize(): void {
    this.#maximized = true;
    this.#tell();
  }

  minimize(): void {
    this.#minimized = true;
    this.#tell();
  }

  restore(): void {
    this.#minimized = false;
    this.#tell();
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  isDestroyed(): boolean {
    return !openWindows.has(this.id);
  }

  getNormalBounds(): Bounds {
    return this.#bounds;
  }

  setBounds(bounds: Bounds): void {
    this.#bounds = bounds;
    this.#tell();
    this.emit('resize');
    this.emit('move');
  }

  close(): void {
    const event = new StandInEvent();
    this.emit('close', event);
    if (event.defaultPrevented || this.isDestroyed()) return;
    openWindows.delete(this.id);
    this.webContents.destroy();
    void host.ask('closeWindow', { id: this.id });
    this.emit('closed');
    app.afterWindowClosed();
  }

  #tell(): void {
    void host.ask('windowState', {
      id: this.id,
      shown: this.#shown,
      maximized: this.#maximized,
      bounds: this.#bounds,
    });
  }
}

function windowOf(id: number): BrowserWindow {
  const window = BrowserWindow.getAllWindows().find((open) => open.id === id);
  if (window === undefined) throw new Error(`No window ${id}`);
  return window;
}

answerHost('readyToShow', ({ id }) => {
  windowOf(id).emit('ready-to-show');
  return null;
});
answerHost('mayNavigate', ({ id, url, isMainFrame }) =>
  windowOf(id).webContents.mayNavigate(url, isMainFrame),
);
answerHost('askWindowOpen', ({ id, url }) => windowOf(id).webContents.askWindowOpen(url));
answerHost('moveWindow', ({ id, bounds }) => {
  windowOf(id).setBounds(bounds);
  return null;
});
answerHost('close', ({ id }) => {
  windowOf(id).close();
  return null;
});
answerHost('pageCrashed', ({ id }) => {
  windowOf(id).webContents.emit('render-process-gone', new StandInEvent(), {
    reason: 'crashed',
    exitCode: 5,
  });
  return null;
});
