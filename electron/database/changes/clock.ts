import { v7 } from 'uuid';

const MS_DIGITS = 15;
const COUNTER_DIGITS = 5;
const MOST_IN_ONE_MS = 10 ** COUNTER_DIGITS - 1;

/**
 * Hybrid logical clock (Kulkarni et al. 2014): close to the wall clock, but never going back, also when the wall
 * clock does. Its text sorts as the events do: 15 digits of milliseconds, a dash, 5 digits of counter.
 */
export class HybridClock {
  #ms: number;
  #counter: number;
  #sequence = 0;
  readonly #wallClock: () => number;

  /** @param last the newest stamp in the log, or null in a new database */
  constructor(last: string | null, wallClock: () => number) {
    const [ms] = (last ?? '0').split('-').map(Number);
    // One millisecond on: ids made in the last one before a restart must stay behind those made after it.
    this.#ms = (ms ?? 0) + 1;
    this.#counter = 0;
    this.#wallClock = wallClock;
  }

  /** The next stamp: greater than every one before it, and than everything that was in the log at the start. */
  tick(): { hlc: string; at: string } {
    const wall = this.#wallClock();
    if (wall > this.#ms) {
      this.#ms = wall;
      this.#counter = 0;
    } else if (this.#counter < MOST_IN_ONE_MS) {
      this.#counter += 1;
    } else {
      this.#ms += 1;
      this.#counter = 0;
    }
    const ms = String(this.#ms).padStart(MS_DIGITS, '0');
    const counter = String(this.#counter).padStart(COUNTER_DIGITS, '0');
    return { hlc: `${ms}-${counter}`, at: new Date(this.#ms).toISOString() };
  }

  /** An id (UUIDv7) that sorts after all ids made before, also when the wall clock went back. */
  newId(): string {
    const wall = this.#wallClock();
    if (wall > this.#ms) this.#ms = wall;
    this.#sequence = (this.#sequence + 1) >>> 0;
    return v7({ msecs: this.#ms, seq: this.#sequence });
  }
}
