import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/registry.ts';
import { startApplication, type Application, type ApplicationOptions } from '../../electron/bootstrap.ts';

const root = resolve(import.meta.dirname, '../..');

/** The real application on a data folder of its own, called the way a door calls it. */
export interface TestApplication extends AsyncDisposable {
  application: Application;
  dataFolder: string;
  /** Calls a route and gives its data. @throws Error with the code of the answer */
  call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>;
  /** Calls a route that must be refused. @returns the code. @throws when it was answered */
  refused(route: string, input: unknown): Promise<ErrorCode>;
  /** Orderly stop and start on the same folder. */
  restart(): Promise<void>;
}

/** A folder that only this test uses. */
export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'shyng-test-'));
}

/** Starts the application; `await using` stops it and deletes its folder. */
export async function openApplication(
  options: Partial<
    Pick<ApplicationOptions, 'dataFolder' | 'sample' | 'wallClock' | 'publisherKey' | 'showFile' | 'printPdf'>
  > = {},
): Promise<TestApplication> {
  const dataFolder = options.dataFolder ?? makeDataFolder();
  const start = () =>
    startApplication({
      dataFolder,
      workersUrl: pathToFileURL(join(root, 'electron/workers/')),
      resourcesFolder: join(root, 'resources'),
      version: '0.0.0-test',
      systemLanguage: 'kk-KZ',
      ...(options.sample === undefined ? {} : { sample: options.sample }),
      ...(options.wallClock ? { wallClock: options.wallClock } : {}),
      ...(options.publisherKey ? { publisherKey: options.publisherKey } : {}),
      ...(options.printPdf ? { printPdf: options.printPdf } : {}),
      ...(options.showFile ? { showFile: options.showFile } : {}),
    });
  let application = await start();
  const dispatch = (route: string, input: unknown) =>
    application.dispatch(route, input, { kind: 'trusted', door: 'window' });
  return {
    get application() {
      return application;
    },
    dataFolder,
    async call<R extends RouteName>(route: R, input: RouteInput<R>) {
      const answer = await dispatch(route, input);
      if (!answer.ok) throw new Error(`${route}: ${answer.error.code} ${JSON.stringify(answer.error)}`);
      return answer.data as RouteOutput<R>;
    },
    async refused(route, input) {
      const answer = await dispatch(route, input);
      if (answer.ok) throw new Error(`${route} was answered`);
      return answer.error.code;
    },
    async restart() {
      await application.stop();
      application = await start();
    },
    async [Symbol.asyncDispose]() {
      await application.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
