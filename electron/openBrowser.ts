import { spawn } from 'node:child_process';

const COMMANDS: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/**
 * Tries to open the person's browser; when there is none, the printed address has to do. `BROWSER=none` in the
 * environment leaves it closed.
 */
export function openBrowser(url: string): void {
  if (process.env['BROWSER'] === 'none') return;
  const [command, ...options] = COMMANDS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...options, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
