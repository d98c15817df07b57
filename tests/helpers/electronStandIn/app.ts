import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personalFolder } from '../../../electron/dataFolder.ts';
import { answerHost, host } from './hostLink.ts';
import { openWindows } from './windows.ts';

/** An event that a listener may stop. */
export class StandInEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly name = 'Shyng';
  #paths = new Map([['userData', personalFolder(process.env)]]);
  #ready: Promise<void>;
  #lockFile: string | null = null;
  #quitting = false;

  constructor() {
    super();
    // Electron, too, is ready only after the entry has run.
    this.#ready = new Promise((done) => setTimeout(done, 0));
    void this.#ready.then(() => this.emit('ready'));
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`No path ${name}`);
    mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getLocale(): string {
    return (process.env['LANG'] ?? 'en').split('_', 1)[0] ?? 'en';
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  enableSandbox(): void {
    // Chromium's pages always run in a sandbox of their own.
  }

  requestSingleInstanceLock(): boolean {
    const file = join(this.getPath('userData'), 'stand-in.lock');
    try {
      const owner = Number(readFileSync(file, 'utf8'));
      if (isAlive(owner)) {
        void host.ask('secondInstance', { userData: this.getPath('userData'), argv: process.argv });
        return false;
      }
    } catch {
      // No lock: the first one.
    }
    writeFileSync(file, String(process.pid));
    this.#lockFile = file;
    return true;
  }

  quit(): void {
    if (!this.#quitting) {
      const before = new StandInEvent();
      this.emit('before-quit', before);
      if (before.defaultPrevented) return;
      this.#quitting = true;
      for (const window of [...openWindows.values()]) window.close();
      if (openWindows.size > 0) {
        this.#quitting = false;
        return;
      }
    }
    const will = new StandInEvent();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) this.exit(0);
  }

  exit(code: number): void {
    this.emit('quit', new StandInEvent(), code);
    if (this.#lockFile !== null) rmSync(this.#lockFile, { force: true });
    process.exit(code);
  }

  /** Called by a window that has closed. */
  afterWindowClosed(): void {
    if (openWindows.size > 0 || this.#quitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }
}

export const app = new App();

answerHost('quit', () => {
  app.quit();
  return null;
});
answerHost('secondInstance', ({ argv }) => {
  app.emit('second-instance', new StandInEvent(), argv, process.cwd());
  return null;
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());
