import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import type { Link } from './link.ts';
import type { Bounds, HostRequests, PdfOptions } from './messages.ts';
import { CALL_BINDING, MAIN_WORLD_SCRIPT, PRELOAD_WORLD, preloadWorldScript } from './pageScripts.ts';

/** Where a page of the app's own scheme lies in Chromium, which knows no such scheme: a host of its own, never asked. */
const SUFFIX = '.localhost';

/** @returns the address in Chromium for one of the app's, for example `http://shyng.app.localhost/` for `app://shyng/` */
export function toChromium(address: string): string {
  const url = new URL(address);
  return `http://${url.host}.${url.protocol.slice(0, -1)}${SUFFIX}${url.pathname}${url.search}${url.hash}`;
}

/** @returns the app's address for one in Chromium; another address as it is */
export function toApp(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const [, host, scheme] = /^(.+)\.([^.]+)\.localhost$/.exec(url.hostname) ?? [];
  if (host === undefined || scheme === undefined) return address;
  return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
}

interface Call {
  number: number;
  channel: string;
  args: unknown[];
}

interface WindowOptions {
  id: number;
  bounds: Bounds;
  preloadFile: string;
  context: BrowserContext;
  app: Link<HostRequests>;
}

/** One window of the app: a page, its preload in a world of its own, and everything the page may not do. */
export class StandInWindow {
  readonly page: Page;
  readonly #options: WindowOptions;
  readonly #session: CDPSession;
  #preloadContext: number | null = null;
  #address = 'about:blank';
  #crashed = false;
  /** Main itself said where to go: such a navigation is not asked about. */
  #ownNavigation = false;

  private constructor(options: WindowOptions, page: Page, session: CDPSession) {
    this.#options = options;
    this.page = page;
    this.#session = session;
  }

  static async open(options: WindowOptions): Promise<StandInWindow> {
    const page = await options.context.newPage();
    await page.setViewportSize({ width: options.bounds.width, height: options.bounds.height });
    const window = new StandInWindow(options, page, await options.context.newCDPSession(page));
    await window.#installPreload();
    await page.route('**/*', (route) => window.#answer(route));
    // Main was asked about it (`Page.windowOpen`); Chromium opens it all the same.
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    page.on('load', () => void options.app.ask('readyToShow', { id: options.id }).catch(() => undefined));
    page.on('crash', () => {
      window.#crashed = true;
      void options.app.ask('pageCrashed', { id: options.id }).catch(() => undefined);
    });
    return window;
  }

  async load(url: string): Promise<void> {
    this.#ownNavigation = true;
    this.#address = url;
    await this.page.goto(toChromium(url), { waitUntil: 'commit' });
  }

  /** Loads the page again, after a crash in a new one. @returns the window that shows it now */
  async reload(): Promise<StandInWindow> {
    if (this.#crashed) {
      const next = await StandInWindow.open(this.#options);
      await this.page.close().catch(() => undefined);
      await next.load(this.#address);
      return next;
    }
    this.#ownNavigation = true;
    await this.page.reload({ waitUntil: 'commit' });
    return this;
  }

  /** What the printer would get. */
  print(options: PdfOptions): Promise<Uint8Array> {
    const { generateTaggedPDF = false, generateDocumentOutline = false, ...same } = options;
    return this.page.pdf({ ...same, tagged: generateTaggedPDF, outline: generateDocumentOutline });
  }

  /** Hands a message of main to the preload; a page that is just being loaded misses it, as in Electron. */
  async send(channel: string, args: unknown[]): Promise<void> {
    await this.#inPreload(`__standInSend(${JSON.stringify(channel)}, ${JSON.stringify(args)})`);
  }

  async #inPreload(expression: string, contextId = this.#preloadContext): Promise<void> {
    if (contextId === null) return;
    await this.#session.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }

  async #installPreload(): Promise<void> {
    const session = this.#session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === PRELOAD_WORLD) this.#preloadContext = context.id;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#preloadContext = null;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === CALL_BINDING) void this.#passOn(JSON.parse(payload) as Call, executionContextId);
    });
    session.on('Page.windowOpen', ({ url }) => {
      void this.#options.app
        .ask('askWindowOpen', { id: this.#options.id, url: toApp(url) })
        .catch(() => 'deny');
    });
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: CALL_BINDING, executionContextName: PRELOAD_WORLD });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: MAIN_WORLD_SCRIPT });
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldScript(readFileSync(this.#options.preloadFile, 'utf8')),
      worldName: PRELOAD_WORLD,
    });
  }

  async #passOn({ number, channel, args }: Call, contextId: number): Promise<void> {
    const { app, id } = this.#options;
    const frame = { url: toApp(this.page.url()), isTop: true };
    try {
      const outcome = await app.ask('invoke', { id, frame, channel, args });
      await this.#inPreload(`__standInAnswer(${number}, ${JSON.stringify(outcome)})`, contextId);
    } catch {
      // The app has gone: in Electron the page would have gone with it.
    }
  }

  async #answer(route: Route): Promise<void> {
    try {
      if (!(await this.#isAllowed(route))) await route.abort('aborted');
      else {
        const request = route.request();
        const served = await this.#options.app.ask('serve', {
          url: toApp(request.url()),
          method: request.method(),
        });
        await route.fulfill({ ...served, body: Buffer.from(served.body) });
      }
    } catch {
      // Nobody serves this address, or the app has gone.
      await route.abort('failed').catch(() => undefined);
    }
  }

  async #isAllowed(route: Route): Promise<boolean> {
    const { app, id } = this.#options;
    const request = route.request();
    const url = toApp(request.url());
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === this.page.mainFrame();
      const isOwn = isMainFrame && this.#ownNavigation;
      if (isMainFrame) this.#ownNavigation = false;
      if (!isOwn && !(await app.ask('mayNavigate', { id, url, isMainFrame }))) return false;
    }
    return app.ask('mayRequest', { url });
  }
}
