import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { exitOf, type Desktop, type DesktopView, type Exit, type WindowView } from '../desktop.ts';
import { createLink, type Answers, type Link, type Wire } from './link.ts';
import type { AppRequests, Bounds, DialogEntry, HostRequests, Outcome } from './messages.ts';
import { StandInWindow } from './standInWindow.ts';

/** How the app under test is started. */
export interface LaunchOptions {
  browser: Browser;
  dataFolder: string;
  args: readonly string[];
  environment: NodeJS.ProcessEnv;
  /** Folder of a built program other than this one's. */
  program?: string | undefined;
  /** The program finds its folder itself, in the person's own one, which then lies in `dataFolder`. */
  isPersonal?: boolean;
}

/** The folder with the built desktop app. */
const PROGRAM = fileURLToPath(new URL('../../..', import.meta.url));
const REGISTER = new URL('./register.ts', import.meta.url).href;

/** Apps that run now, by folder: a second start speaks to the first. */
const running = new Map<number, StandInApp>();

/** The program's real main process, running on the stand-in for Electron. */
export class StandInApp implements Desktop {
  readonly exited: Promise<Exit>;
  readonly #written: string[] = [];
  readonly #seen: Omit<DesktopView, 'windows'> = { menu: [], dialogs: [], externalUrls: [], secondStarts: 0 };
  #answerDialog: (dialog: DialogEntry) => number = () => 0;
  readonly #child: ChildProcess;
  readonly #browser: Browser;
  readonly #dataFolder: string;
  readonly #link: Link<HostRequests>;
  readonly #windows = new Map<number, StandInWindow>();
  readonly #views = new Map<number, WindowView>();
  readonly #news = new EventEmitter().setMaxListeners(0);
  #context: Promise<BrowserContext> | null = null;
  #ended = false;
  #reloads = 0;
  readonly #timeZone: string | undefined;

  constructor(options: LaunchOptions) {
    const { browser, dataFolder, args, environment, program = PROGRAM, isPersonal = false } = options;
    const given = isPersonal ? [] : [`--data=${dataFolder}`];
    this.#browser = browser;
    this.#dataFolder = dataFolder;
    this.#timeZone = environment['TZ'];
    this.#child = fork(join(program, 'out', 'main', 'main.js'), [...given, ...args], {
      execArgv: ['--import', REGISTER, '--disable-warning=ExperimentalWarning'],
      env: environment,
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#written.push(text));
    }
    this.#link = createLink<HostRequests, AppRequests>(this.#wire(), this.#answers());
    this.exited = exitOf(this.#child).then(async (exit) => {
      this.#ended = true;
      running.delete(this.pid);
      this.#link.end(`The app ended with ${exit.signal ?? String(exit.code)}\n${this.output()}`);
      this.#tellNews();
      await (await this.#context)?.close().catch(() => undefined);
      return exit;
    });
    running.set(this.pid, this);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The page of the first window, as soon as there is one. */
  async firstPage(): Promise<Page> {
    await this.until(({ windows }) => windows.length > 0 && this.#windows.size > 0);
    return this.#firstWindow()[1].page;
  }

  output(): string {
    return this.#written.join('');
  }

  /** Looked at whenever main tells something. */
  async until(holds: (view: DesktopView) => boolean): Promise<DesktopView> {
    for (;;) {
      const view = { ...this.#seen, windows: [...this.#views.values()] };
      if (holds(view)) return view;
      if (this.#ended) throw new Error(`The app ended\n${this.output()}${JSON.stringify(view.dialogs)}`);
      await once(this.#news, 'news');
    }
  }

  /** The page that took the place of one that had crashed. */
  async pageAfterCrash(): Promise<Page> {
    await this.until(() => this.#reloads > 0);
    return this.firstPage();
  }

  /** Decides which button the next message boxes are answered with. */
  answerDialogs(choose: (dialog: DialogEntry) => number): void {
    this.#answerDialog = choose;
  }

  async clickMenu(id: string): Promise<void> {
    await this.#link.ask('clickMenu', { id });
  }

  async moveWindow(bounds: Bounds): Promise<void> {
    await this.#link.ask('moveWindow', { id: this.#firstWindow()[0], bounds });
  }

  async closeWindow(): Promise<void> {
    await this.#link.ask('close', { id: this.#firstWindow()[0] }).catch(() => null);
  }

  invokeFrom(frame: { url: string; isTop: boolean }, route: string, input: unknown): Promise<Outcome> {
    const [id] = this.#firstWindow();
    return this.#link.ask('invoke', { id, frame, channel: 'shyng:call', args: [route, input] });
  }

  /** Whether main would grant a page a permission. */
  mayUse(permission: string): Promise<boolean> {
    return this.#link.ask('mayUse', { permission });
  }

  async quit(): Promise<Exit> {
    await this.#link.ask('quit', null).catch(() => null);
    return this.exited;
  }

  async kill(): Promise<Exit> {
    this.#child.kill('SIGKILL');
    return this.exited;
  }

  #firstWindow(): [number, StandInWindow] {
    const first = [...this.#windows][0];
    if (first === undefined) throw new Error('No window is open');
    return first;
  }

  #tellNews(): void {
    this.#news.emit('news');
  }

  #wire(): Wire {
    return {
      send: (packet) => {
        if (this.#child.connected) this.#child.send(packet, () => undefined);
        else if (packet.type === 'ask') throw new Error('The app has ended');
      },
      onPacket: (listener) =>
        this.#child.on('message', (packet) => listener(packet as unknown as Parameters<typeof listener>[0])),
    };
  }

  #answers(): Answers<AppRequests> {
    return {
      openWindow: async ({ id, bounds, preloadFile }) => {
        this.#context ??= this.#openContext();
        const context = await this.#context;
        const window = await StandInWindow.open({ id, bounds, preloadFile, context, app: this.#link });
        this.#windows.set(id, window);
        return this.#noted();
      },
      loadUrl: async ({ id, url }) => {
        await this.#windows.get(id)?.load(url);
        return this.#noted();
      },
      reload: async ({ id }) => {
        const window = await this.#windows.get(id)?.reload();
        if (window !== undefined) this.#windows.set(id, window);
        this.#reloads++;
        return this.#noted();
      },
      printToPdf: async ({ id, options }) => {
        const window = this.#windows.get(id);
        if (window === undefined) throw new Error('The window has closed');
        return window.print(options);
      },
      closeWindow: async ({ id }) => {
        const window = this.#windows.get(id);
        this.#windows.delete(id);
        this.#views.delete(id);
        await window?.page.close();
        return this.#noted();
      },
      windowState: ({ id, ...view }) => {
        this.#views.set(id, view);
        return this.#noted();
      },
      send: async ({ id, channel, args }) => {
        await this.#windows.get(id)?.send(channel, args);
        return null;
      },
      menu: ({ items }) => {
        this.#seen.menu = items;
        return this.#noted();
      },
      dialog: (dialog) => {
        this.#seen.dialogs.push(dialog);
        this.#tellNews();
        return { button: this.#answerDialog(dialog) };
      },
      openExternal: ({ url }) => {
        this.#seen.externalUrls.push(url);
        return this.#noted();
      },
      secondInstance: async ({ userData, argv }) => {
        for (const other of running.values()) {
          if (other !== this) await other.#hearSecond(userData, argv);
        }
        return null;
      },
    };
  }

  async #hearSecond(userData: string, argv: string[]): Promise<void> {
    if (!userData.startsWith(this.#dataFolder)) return;
    await this.#link.ask('secondInstance', { argv });
    this.#seen.secondStarts++;
    this.#tellNews();
  }

  async #openContext(): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      reducedMotion: 'reduce',
      // As in Electron, the page is where its program is.
      ...(this.#timeZone === undefined ? {} : { timezoneId: this.#timeZone }),
    });
    // A page that is not a window of the app loads nothing.
    await context.route('**/*', (route) => route.abort());
    return context;
  }

  #noted(): null {
    this.#tellNews();
    return null;
  }
}
