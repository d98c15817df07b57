import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openApplication } from './application.ts';

/*
 * The real application on a disk that the caller has made small or read-only. Reads commands as lines of JSON and
 * answers each with a line: {route, input} calls a route, "fill" takes the rest of the disk, "free" gives it back,
 * "restart" stops in order and starts again. Argument: the data folder.
 */
const dataFolder = process.argv[2];
if (dataFolder === undefined) throw new Error('the data folder is missing');
const filler = join(dataFolder, '..', 'filler');
const say = (value: unknown): void => {
  writeSync(1, `${JSON.stringify(value)}\n`);
};

/** Writes until the disk takes no byte more. */
function fill(): string {
  const handle = openSync(filler, 'a');
  try {
    for (let size = 65_536; size >= 1;) {
      try {
        writeSync(handle, Buffer.alloc(size, 1));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(handle);
  }
  return existsSync(filler) ? 'full' : 'empty';
}

const app = await openApplication({ dataFolder });
say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as string | { route: string; input: unknown };
  if (command === 'fill') say(fill());
  else if (command === 'free') {
    rmSync(filler, { force: true });
    say('free');
  } else if (command === 'restart') {
    await app.restart();
    say('ready');
  } else if (typeof command === 'object') {
    say(await app.application.dispatch(command.route, command.input, { kind: 'trusted', door: 'window' }));
  }
}
await app.application.stop();
