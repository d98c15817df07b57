import { localDay } from '#shared/lib/localDay.ts';
import type { EventSource } from '../router/call.ts';
import type { KeptRecords } from '../features/insight/keptRecords.ts';
import { rehearseDashboard } from '../features/insight/rehearsal.service.ts';
import type { DatabaseHost } from './databaseHost.ts';

/** What is computed beforehand, of which database, and when. */
export interface AheadTools {
  host: DatabaseHost;
  records: KeptRecords;
  events: EventSource;
  wallClock: () => number;
}

/** Between two steps others are served: a step takes about as long as a keystroke may. */
const PAUSE_MS = 2;
/** Where an earlier start has left figures, the first screens come first. */
const FIRST_AFTER_MS = 2000;
/** Whoever is being served is served to the end: a page asks several things one after the other. */
const UNDISTURBED_MS = 40;
/** A page that never stops asking does not keep the figures away for ever. */
const MOST_WAIT_MS = 500;
/** What is computed is stored for the next start when nothing was changed for so long, and when the program is ended. */
const STORE_AFTER_MS = 4000;
/** After the last of several changes; whoever opens a dashboard earlier has the few changed attempts read at once. */
const QUIET_MS = 400;
/** A program that is left open overnight has the figures of the new day when somebody comes. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** The program is being stopped. */
class Stopped extends Error {}

/**
 * Computes what dashboards show before anybody asks: after the start, after changes, and on a new day. It runs in small
 * steps between the calls of the pages, for the database is open for one thread only.
 */
export class FiguresAhead {
  readonly #tools: AheadTools;
  readonly #unsubscribe: () => void;
  readonly #clock: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  #storeTimer: NodeJS.Timeout | undefined;
  #lastCall = -Infinity;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  /** Opens the dashboard once before anybody does, where an earlier start has left its figures; the rest follows. */
  static async start(tools: AheadTools): Promise<FiguresAhead> {
    const { host, records, wallClock } = tools;
    const today = localDay(wallClock());
    // What cannot be read now the next call of a page will tell.
    const isReady = await rehearseDashboard(host.current.db, records, today).catch(() => false);
    return new FiguresAhead(tools, isReady ? FIRST_AFTER_MS : 0);
  }

  private constructor(tools: AheadTools, firstAfterMs: number) {
    this.#tools = tools;
    this.#unsubscribe = tools.events.subscribe((event) => {
      if (event.kind === 'changed' || event.kind === 'database_switched') this.#soon(QUIET_MS);
    });
    this.#clock = setInterval(() => this.#soon(0), LOOK_AGAIN_MS).unref();
    this.#soon(firstAfterMs);
  }

  /** Somebody is being served: the next step waits. */
  noteCall(): void {
    this.#lastCall = performance.now();
  }

  /** Ends it, waits for the step that runs, and stores what is known. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unsubscribe();
    clearInterval(this.#clock);
    clearTimeout(this.#timer);
    clearTimeout(this.#storeTimer);
    await this.#running;
    await this.#store(() => Promise.resolve());
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#storeTimer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#prepare());
    }, ms).unref();
  }

  async #prepare(): Promise<void> {
    const { host, records, wallClock } = this.#tools;
    try {
      await records.prepare(host.current.db, localDay(wallClock()), () => this.#pause());
      this.#storeTimer = setTimeout(() => {
        this.#running = this.#running.then(() => this.#store(() => this.#pause()));
      }, STORE_AFTER_MS).unref();
    } catch {
      // Stopped, or the database was exchanged meanwhile. What is really wrong, the next call of a page will tell.
    }
  }

  async #store(pause: () => Promise<void>): Promise<void> {
    const { host, records, wallClock } = this.#tools;
    try {
      await records.store(host.current, localDay(wallClock()), pause);
    } catch {
      // Stopped, or the disk took nothing: the next start computes what is missing.
    }
  }

  async #pause(): Promise<void> {
    const start = performance.now();
    do {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (this.#isStopped) throw new Stopped();
    } while (performance.now() - this.#lastCall < UNDISTURBED_MS && performance.now() - start < MOST_WAIT_MS);
  }
}
