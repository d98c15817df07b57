import { startApplication } from './bootstrap.ts';
import { locate } from './locations.ts';
import { openBrowser } from './openBrowser.ts';
import { openHttpDoor } from './router/httpDoor.ts';
import { describeStartError, parseServeOptions, type ServeOptions } from './serveOptions.ts';
import { environmentLanguage } from './systemLanguage.ts';

const locations = locate(import.meta.url);

async function serve(options: ServeOptions): Promise<void> {
  const application = await startApplication({
    dataFolder: options.dataFolder,
    workersUrl: locations.workersUrl,
    resourcesFolder: locations.resourcesFolder,
    version: locations.version,
    systemLanguage: options.language ?? environmentLanguage(process.env),
    sample: options.sample,
  });
  const door = await openHttpDoor({
    dispatcher: application,
    events: application.events,
    rendererFolder: locations.rendererFolder,
    port: options.port,
    ...(options.host === undefined ? {} : { host: options.host }),
  }).catch(async (error: unknown) => {
    await application.stop();
    throw error;
  });

  let stopping: Promise<void> | undefined;
  const stop = (code: number) => {
    stopping ??= door
      .close()
      .then(() => application.stop())
      .catch((error: unknown) => application.logError('stop', error))
      .then(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  // Whoever started the program with a channel stops it by closing that: Windows has no signals.
  process.on('disconnect', () => stop(0));
  process.on('unhandledRejection', (reason) => {
    application.logError('unhandledRejection', reason);
    application.publish({ kind: 'trouble', code: 'internal' });
  });
  process.on('uncaughtException', (error) => {
    application.logError('uncaughtException', error);
    application.publish({ kind: 'trouble', code: 'internal' });
  });
  console.log(`Shyng is at ${door.url}`);
  if (options.open) openBrowser(door.url);
}

try {
  await serve(parseServeOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`Shyng could not start: ${describeStartError(error)}`);
  process.exitCode = 1;
}
