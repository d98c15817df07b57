import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { describe, inject, test as base } from 'vitest';
import type { Language } from '#shared/contract/app.ts';
import type { ErrorCode, Result } from '#shared/contract/errors.ts';
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/registry.ts';
// The page's own declaration of what the preload exposes.
import type {} from '../../renderer/client/transport.ts';
import { startServe, type Served } from '../helpers/browserDoor.ts';
import type { Desktop } from '../helpers/desktop.ts';
import { StandInApp } from '../helpers/electronStandIn/standInApp.ts';
import { launchReal, realRuntime } from '../helpers/realElectron.ts';

/** The two ways in: the desktop app's window, and a browser. */
export const doors = ['window', 'browser'] as const;
export type Door = (typeof doors)[number];

/** How an app is started for a test. */
export interface StartOptions {
  door: Door;
  dataFolder: string;
  /** Language of the system, which the app takes over at its first start; Kazakh when not given. */
  language?: Language;
  /** Open the sample college. */
  sample?: boolean;
  /** Folder of a built program other than this one's; only at the window's door of the stand-in. */
  program?: string;
  /** A file that is opened from the system's file manager; only at the window's door. */
  file?: string;
}

/** An app under test with its page, whichever door it is seen through. */
export interface RunningApp {
  door: Door;
  dataFolder: string;
  page: Page;
  /** What the browser complained of: errors in the console, exceptions, violations of the policy. */
  problems: string[];
  /** Present at the window's door. */
  desktop: Desktop | null;
  /** Present at the browser's door. */
  served: Served | null;
  /** Calls a route as the page does. @returns the data @throws Error `<route>: <code>` when it is refused */
  call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>;
  /** Calls anything as the page does. @returns the envelope */
  answer(route: string, input: unknown): Promise<Result<unknown>>;
  /** Calls as someone who is not our page: another site's frame, or without the key. */
  answerStranger(route: string, input: unknown): Promise<Result<unknown>>;
  /** Switches the interface and waits until the page speaks the language. */
  setLanguage(language: Language): Promise<void>;
  /** Opens a path of the page, for example `/students`, and waits until it is there. */
  goto(path: string): Promise<void>;
  /** Writes `test-results/<door>-<name>.png`. */
  screenshot(name: string): Promise<string>;
  /** Stops the program in order and waits for its end. */
  stop(): Promise<void>;
  /** Ends the program at once, as a power cut would; its acknowledged writes must be there at the next start. */
  kill(): Promise<void>;
}

/** What a test of both doors may ask for. */
export interface Fixtures {
  door: Door;
  /** Empty folder of this test alone; removed afterwards. */
  dataFolder: string;
  /** Starts an app at the test's door; all of them are stopped after the test. */
  start: (options?: Partial<StartOptions>) => Promise<RunningApp>;
  /** An app that has just been started for the first time, in Kazakh. */
  app: RunningApp;
  page: Page;
}

/** Where every app under test is: the program and its page must agree on what day it is. */
const TIME_ZONE = 'Asia/Almaty';

/** The day that the program and its page call today, `YYYY-MM-DD`. */
export const todayThere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format();

const SYSTEM_LANGUAGE: Record<Language, string> = { kk: 'kk_KZ.UTF-8', ru: 'ru_RU.UTF-8', en: 'en_GB.UTF-8' };
const RESULTS = join(import.meta.dirname, '..', '..', 'test-results');

let browser: Promise<Browser> | undefined;

/** The one Chromium of the run. */
export function theBrowser(): Promise<Browser> {
  browser ??= chromium.connect(inject('browserAddress'));
  return browser;
}

function environmentFor(language: Language): NodeJS.ProcessEnv {
  const { LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
  return { ...rest, LANG: SYSTEM_LANGUAGE[language], TZ: TIME_ZONE };
}

function noteProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) {
      problems.push(message.text());
    }
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return problems;
}

/** Waits until the page has drawn its first screen. */
export async function untilReady(page: Page): Promise<void> {
  await page.locator('main#content').waitFor();
}

type Ways = Pick<RunningApp, 'desktop' | 'served' | 'page' | 'answer' | 'answerStranger' | 'stop' | 'kill'>;

async function throughWindow(options: StartOptions): Promise<Ways> {
  const { dataFolder, language = 'kk', sample = false, program, file } = options;
  // Not every system takes its language from the environment.
  const args = [`--language=${language}`, ...(sample ? ['--sample'] : []), ...(file ? [file] : [])];
  const environment = environmentFor(language);
  const desktop: Desktop =
    realRuntime === null
      ? new StandInApp({ browser: await theBrowser(), dataFolder, args, environment, program })
      : await launchReal(realRuntime, [`--data=${dataFolder}`, ...args], environment);
  const page = await desktop.firstPage();
  return {
    desktop,
    served: null,
    page,
    answer: async (route, input) =>
      (await desktop.firstPage()).evaluate(
        ([name, value]) => {
          if (window.shyng === undefined) throw new Error('No preload');
          return window.shyng.call(name, value);
        },
        [route, input] as [string, unknown],
      ),
    answerStranger: async (route, input) => {
      const outcome = await desktop.invokeFrom({ url: 'https://example.com/', isTop: true }, route, input);
      if (!outcome.ok) throw new Error(outcome.message);
      return outcome.value as Result<unknown>;
    },
    stop: async () => {
      await desktop.quit();
    },
    kill: async () => {
      await desktop.kill();
    },
  };
}

async function askServed(
  served: Served,
  route: string,
  input: unknown,
  key: string,
): Promise<Result<unknown>> {
  const response = await fetch(`${served.origin}/api/${route}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify(input),
  });
  return (await response.json()) as Result<unknown>;
}

async function throughBrowser(options: StartOptions): Promise<Ways> {
  const { dataFolder, language = 'kk', sample = false } = options;
  const args = ['--data', dataFolder, '--port', '0', ...(sample ? ['--sample'] : [])];
  const served = await startServe(args, environmentFor(language));
  const context: BrowserContext = await (
    await theBrowser()
  ).newContext({ reducedMotion: 'reduce', timezoneId: TIME_ZONE, viewport: { width: 1360, height: 860 } });
  const page = await context.newPage();
  return {
    desktop: null,
    served,
    page,
    answer: (route, input) => askServed(served, route, input, served.key),
    answerStranger: (route, input) => askServed(served, route, input, 'wrong'),
    stop: async () => {
      await context.close();
      await served.stop();
    },
    kill: async () => {
      await served.kill();
      await context.close();
    },
  };
}

/** Starts the program and opens its page. The caller stops it. */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  const { door, dataFolder } = options;
  const ways = await (door === 'window' ? throughWindow(options) : throughBrowser(options));
  const { page, served } = ways;
  const problems = noteProblems(page);
  if (served !== null) await page.goto(served.url);
  await untilReady(page);
  return {
    ...ways,
    door,
    dataFolder,
    problems,
    async call(route, input) {
      const result = await ways.answer(route, input);
      if (!result.ok) throw new Error(`${route}: ${result.error.code} (${result.error.message})`);
      return result.data as RouteOutput<typeof route>;
    },
    async setLanguage(language) {
      await ways.answer('settings.update', { language });
      await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
    },
    async goto(path) {
      // Screens are told apart by the part after `#`.
      await page.evaluate((hash) => {
        location.hash = hash;
      }, path);
      await untilReady(page);
    },
    async screenshot(name) {
      mkdirSync(RESULTS, { recursive: true });
      const path = join(RESULTS, `${door}-${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}

/** @returns the code of a refusal, `ok` when there was none */
export function codeOf(result: Result<unknown>): ErrorCode | 'ok' {
  return result.ok ? 'ok' : result.error.code;
}

const fileName = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);

/** The chain of fixtures: door → own data folder → app → ready → page. */
const chain = base.extend<Fixtures>({
  door: 'window',
  // eslint-disable-next-line no-empty-pattern -- the test runner reads from the pattern that nothing is asked for
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'shyng-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ door, dataFolder, task }, use) => {
    const apps: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await startApp({ door, dataFolder, ...options });
      apps.push(app);
      return app;
    });
    const failed = (task.result?.errors ?? []).length > 0;
    for (const app of apps) {
      if (failed) await app.screenshot(`failed-${fileName(task.name)}`).catch(() => undefined);
      await app.stop().catch(() => undefined);
    }
  },
  app: async ({ start }, use) => {
    await use(await start());
  },
  page: async ({ app }, use) => {
    await use(app.page);
  },
});

/** The test function of one door. */
export type DoorTest = typeof chain;

/** Declares the same tests for both doors. */
export function eachDoor(name: string, declare: (test: DoorTest, door: Door) => void): void {
  for (const door of doors) {
    describe(`${name} (${door})`, () => declare(chain.extend({ door }), door));
  }
}

/** Tests of the desktop app alone: its window, its menu, its single instance. */
export function windowOnly(name: string, declare: (test: DoorTest) => void): void {
  describe(`${name} (window)`, () => declare(chain));
}

/** Tests that only the stand-in can do. Where the real runtime is installed, they are not collected. */
export function standInOnly(name: string, declare: (test: DoorTest) => void): void {
  if (realRuntime === null) windowOnly(name, declare);
  else describe(name, () => base('needs the stand-in', () => undefined));
}

/** Tests of what the page shows, where the door makes no difference. */
export function browserOnly(name: string, declare: (test: DoorTest) => void): void {
  const door: Door = 'browser';
  describe(`${name} (${door})`, () => declare(chain.extend<Pick<Fixtures, 'door'>>({ door })));
}
