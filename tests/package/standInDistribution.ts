import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** Marks the place in Electron's binary where the fuses lie (`@electron/fuses`). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
/** Fuses of a fresh runtime: on is `1`, off is `0`. */
const FACTORY_SETTING = '101010010';
/** Executable bytes of nothing: the builder copies and patches the file, nobody runs it here. */
const PADDING = Buffer.alloc(4096);

const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };

/**
 * Makes a folder that the builder takes for an unpacked Electron distribution of Linux: where the real one cannot be
 * fetched, everything but the runtime itself can still be proven.
 */
export async function makeDistribution(folder: string): Promise<void> {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(SENTINEL, 'latin1'),
    Buffer.from([WIRE_VERSION, FACTORY_SETTING.length]),
    Buffer.from(FACTORY_SETTING, 'latin1'),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([PADDING, wire, PADDING]));
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'])
    writeFileSync(join(folder, name), name);
  for (const language of ['en-US', 'ru', 'de'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  const defaultApp = join(folder, 'default-app');
  mkdirSync(defaultApp);
  writeFileSync(join(defaultApp, 'main.js'), '');
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'));
}
