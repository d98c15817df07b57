import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DATA_SUBFOLDER, personalFolder } from '../dataFolder.ts';
import { buildStale } from './buildStale.ts';
import { endWithNpm } from './endWithNpm.ts';
import { findRuntime } from './electronRuntime.ts';
import { projectFolder } from './projectFolder.ts';

/** How Chromium ends when the machine does not let it start (no sandbox allowed, libraries missing). */
const COULD_NOT_START = { signals: ['SIGTRAP', 'SIGABRT', 'SIGSEGV'], codes: [126, 127, 132, 133, 134] };

/** @returns null when the desktop app ran, else why it could not start */
function runDesktop(executable: string, options: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(executable, [projectFolder, ...options], { stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGTERM', forward);
    process.on('SIGINT', forward);
    child.on('error', (error) => done(error.message));
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', forward);
      const failed =
        signal === null
          ? COULD_NOT_START.codes.includes(code ?? 0)
          : COULD_NOT_START.signals.includes(signal);
      if (!failed) process.exitCode = code ?? 0;
      done(failed ? `it ended with ${signal ?? String(code)}` : null);
    });
  });
}

async function openInBrowser(reason: string, options: readonly string[]): Promise<void> {
  console.log(
    `The desktop window cannot be opened (Electron: ${reason}); opening Shyng in the browser instead.`,
  );
  const own = options.some((option) => option === '--data' || option.startsWith('--data='));
  const data = own ? [] : ['--data', join(personalFolder(process.env), DATA_SUBFOLDER)];
  process.argv.splice(2, process.argv.length, ...data, '--open', ...options);
  await import(pathToFileURL(join(projectFolder, 'out/main/serve.js')).href);
}

endWithNpm();
const options = process.argv.slice(2);
await buildStale();
const runtime = await findRuntime(process.env, (line) => console.log(line));
const reason = runtime.kind === 'missing' ? runtime.reason : await runDesktop(runtime.executable, options);
if (reason !== null) await openInBrowser(reason, options);
