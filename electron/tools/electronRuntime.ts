import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const PROBE_MS = 4_000;
const DOWNLOAD_MS = 10 * 60_000;

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const version = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string })
  .version;

/** Whether the runtime can be used, and why not. */
export type Runtime = { kind: 'ready'; executable: string } | { kind: 'missing'; reason: string };

/** The runtime that is installed already, or null. Looks at files only. */
export function installedRuntime(environment: NodeJS.ProcessEnv = process.env): string | null {
  const dist = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' } as Partial<
    Record<NodeJS.Platform, string>
  >;
  const executable = join(dist, names[process.platform] ?? 'electron');
  return existsSync(executable) && existsSync(join(dist, 'version')) ? executable : null;
}

function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (environment['electron_config_cache']) return environment['electron_config_cache'];
  if (process.platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'electron', 'Cache');
  }
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'electron');
  return join(environment['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'electron');
}

const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;

function isCached(environment: NodeJS.ProcessEnv): boolean {
  const cache = cacheFolder(environment);
  if (!existsSync(cache)) return false;
  return readdirSync(cache).some((entry) => entry === archive || existsSync(join(cache, entry, archive)));
}

/** Asks whether the archive is there to be fetched, so that a missing network costs seconds and not minutes. */
async function canBeFetched(environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (environment['ELECTRON_GET_USE_PROXY'] && (environment['HTTPS_PROXY'] ?? environment['https_proxy']))
    return true;
  const mirror =
    environment['npm_config_electron_mirror'] ??
    environment['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const url = `${mirror}v${version}/${archive}`;
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

function download(environment: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: environment,
      timeout: DOWNLOAD_MS,
    });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

/** Why a window cannot be opened on this machine though the runtime may be there; null when it can. */
export function noWindowReason(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  if (platform !== 'linux') return null;
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return 'this machine has no display';
  return process.getuid?.() === 0 ? 'it does not run as root' : null;
}

/**
 * Finds the Electron runtime, fetching it at the first start when it can be had.
 * @param tell says in one line what takes long
 */
export async function findRuntime(
  environment: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<Runtime> {
  const noWindow = noWindowReason(environment, process.platform);
  if (noWindow !== null) return { kind: 'missing', reason: noWindow };
  const installed = installedRuntime(environment);
  if (installed !== null) return { kind: 'ready', executable: installed };
  if (environment['ELECTRON_SKIP_BINARY_DOWNLOAD']) return { kind: 'missing', reason: 'it is not installed' };
  if (!isCached(environment) && !(await canBeFetched(environment))) {
    return { kind: 'missing', reason: 'it is not installed and cannot be fetched from here' };
  }
  tell('Fetching the Electron runtime (about 120 MB, only this once) …');
  const fetched = (await download(environment)) ? installedRuntime(environment) : null;
  return fetched === null
    ? { kind: 'missing', reason: 'fetching it failed' }
    : { kind: 'ready', executable: fetched };
}
