import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { quantile, type Figure } from './figure.ts';

const root = resolve(import.meta.dirname, '../..');

async function startOnce(dataFolder: string): Promise<number> {
  const start = performance.now();
  const server = spawn(
    process.execPath,
    [join(root, 'out/main/serve.js'), '--data', dataFolder, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: server.stdout });
  for await (const line of lines) if (line.startsWith('Shyng is at ')) break;
  const ready = performance.now() - start;
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  return ready;
}

/** From the start of the process to the line that says it is ready. */
export async function measureStart(dataFolder: string): Promise<Figure[]> {
  const samples: number[] = [];
  for (let run = 0; run < 5; run += 1) samples.push(await startOnce(dataFolder));
  return [{ name: 'serve.ready.ms', value: quantile(samples, 0.5), unit: 'ms' }];
}
