import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { checkSqliteFile } from '../../../electron/database/dialects/sqlite.ts';
import { Database } from '../../../electron/database/database.ts';
import { makeDataFolder, openApplication } from '../../helpers/application.ts';

const KILLS = 200;
/** Several colleges at once: most of a round is the start of the program. */
const LANES = 4;

const writer = resolve(import.meta.dirname, '../../helpers/restlessWriter.ts');

/** A small generator of its own, so that a failure can be repeated. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Starts the writer and kills it after some acknowledged writes, or while it starts. @returns the acknowledged ids */
async function runUntilKilled(dataFolder: string, cache: string, writes: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const ids: string[] = [];
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'ready') ids.push(line);
    lines += 1;
    if (lines > writes) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return ids;
}

async function lane(index: number, cache: string): Promise<{ dataFolder: string; ids: string[] }> {
  const dataFolder = makeDataFolder();
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const random = numbersFrom(index + 1);
  const ids: string[] = [];
  for (let round = 0; round < KILLS / LANES; round += 1) {
    ids.push(...(await runUntilKilled(dataFolder, cache, Math.floor(random() * 12))));
  }
  return { dataFolder, ids };
}

test(
  'killed 200 times while it writes: nothing acknowledged is missing, and the file is whole',
  { timeout: 900_000 },
  async () => {
    const cache = mkdtempSync(join(tmpdir(), 'shyng-cache-'));
    onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index, cache)));
    for (const { dataFolder, ids } of lanes) {
      const app = await openApplication({ dataFolder });
      const { students } = await app.call('people.listStudents', {});
      const there = new Set(students.map(({ id }) => id));
      expect(ids.filter((id) => !there.has(id))).toEqual([]);
      expect((await app.call('backup.getNotice', {})).damage).toBeNull();
      await app.application.stop();
      const file = join(dataFolder, 'shyng.sqlite');
      expect(checkSqliteFile(file)).toBe('ok');
      const database = await Database.open({
        file,
        backupFolder: dataFolder,
        deviceId: crypto.randomUUID(),
        wallClock: Date.now,
      });
      expect(await database.findLogDifferences()).toEqual([]);
      await database.close();
    }
  },
);
