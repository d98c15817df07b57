import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import type { TestApplication } from '../helpers/application.ts';
import { aStudent } from '../helpers/entries.ts';
import { quantile, type Figure } from './figure.ts';

const root = resolve(import.meta.dirname, '../..');

/** How usable the program was while something long ran. */
interface Meanwhile {
  ms: number;
  /** Milliseconds that each search took. */
  searches: number[];
  /** The longest time in which the main process did nothing for anybody. */
  longestPauseMs: number;
}

/** Runs something long while a person searches ten times a second. */
async function whileSearching(app: TestApplication, body: () => Promise<unknown>): Promise<Meanwhile> {
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  const searches: number[] = [];
  let isOver = false;
  const search = async (): Promise<void> => {
    while (!isOver) {
      const start = performance.now();
      await app.call('people.search', { text: 'сери' });
      searches.push(performance.now() - start);
      await new Promise((resume) => setTimeout(resume, 100));
    }
  };
  const searching = search();
  pauses.enable();
  const start = performance.now();
  await body();
  const ms = performance.now() - start;
  pauses.disable();
  isOver = true;
  await searching;
  return { ms, searches, longestPauseMs: pauses.max / 1e6 };
}

/** A backup of everything, and the way back to it: unpacked, proven, compared and put in place. */
export async function measureBackups(app: TestApplication): Promise<Figure[]> {
  let fileName = '';
  const backup = await whileSearching(app, async () => {
    fileName = (await app.call('backup.make', { task: 'bench' })).fileName;
  });
  const { backups } = await app.call('backup.getStatus', {});
  let previewId = '';
  const preview = await whileSearching(app, async () => {
    const source = { kind: 'own', fileName } as const;
    ({ previewId } = await app.call('backup.preview', { source, task: 'bench' }));
  });
  // While the files are exchanged nobody can search: this part is a pause that is said.
  const start = performance.now();
  await app.call('backup.restore', { previewId });
  const exchange = performance.now() - start;
  const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' });
  return [
    ms('backup.ms', backup.ms),
    { name: 'backup.size', value: (backups[0]?.bytes ?? 0) / 1e6, unit: 'MB' },
    ms('backup.searchMeanwhile.p95.ms', quantile(backup.searches, 0.95)),
    ms('backup.longestPause.ms', backup.longestPauseMs),
    ms('restore.ms', preview.ms + exchange),
    ms('restore.preview.ms', preview.ms),
    ms('restore.exchange.ms', exchange),
    ms('restore.searchMeanwhile.p95.ms', quantile(preview.searches, 0.95)),
    ms('restore.longestPause.ms', preview.longestPauseMs),
  ];
}

async function startServe(
  dataFolder: string,
): Promise<{ ms: number; url: string; kill: () => Promise<void> }> {
  const start = performance.now();
  const server = spawn(
    process.execPath,
    [join(root, 'out/main/serve.js'), '--data', dataFolder, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let url = '';
  for await (const line of createInterface({ input: server.stdout })) {
    url = /http:\S+/.exec(line)?.[0] ?? '';
    if (url !== '') break;
  }
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  };
  return { ms: performance.now() - start, url, kill };
}

/** Start after the program was ended in the middle of its work. */
export async function measureOpenAfterCrash(dataFolder: string): Promise<Figure[]> {
  const samples: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    const server = await startServe(dataFolder);
    if (run > 0) samples.push(server.ms);
    const { origin, searchParams } = new URL(server.url);
    for (let count = 0; count < 20; count += 1) {
      await fetch(`${origin}/api/people.createStudent`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${searchParams.get('key') ?? ''}` },
        body: JSON.stringify(aStudent({ surname: `Х${run}`, givenName: String(count) })),
      });
    }
    await server.kill();
  }
  return [{ name: 'open.afterCrash.ms', value: quantile(samples, 0.5), unit: 'ms' }];
}
