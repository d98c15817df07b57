import { localDay } from '#shared/lib/localDay.ts';
import type { EventSource } from '../router/call.ts';
import type { KeptRecords } from '../features/insight/keptRecords.ts';
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
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(tools: AheadTools) {
    this.#tools = tools;
    this.#unsubscribe = tools.events.subscribe((event) => {
      if (event.kind === 'changed' || event.kind === 'database_switched') this.#soon(QUIET_MS);
    });
    this.#clock = setInterval(() => this.#soon(0), LOOK_AGAIN_MS).unref();
    this.#soon(0);
  }

  /** Ends it and waits for the step that runs. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unsubscribe();
    clearInterval(this.#clock);
    clearTimeout(this.#timer);
    await this.#running;
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#prepare());
    }, ms).unref();
  }

  async #prepare(): Promise<void> {
    const { host, records, wallClock } = this.#tools;
    try {
      await records.prepare(host.current.db, localDay(wallClock()), () => this.#pause());
    } catch {
      // Stopped, or the database was exchanged meanwhile. What is really wrong, the next call of a page will tell.
    }
  }

  async #pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (this.#isStopped) throw new Stopped();
  }
}
