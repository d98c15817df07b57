/** What a stopwatch does: it counts work, stands still, or the student waits to be marked (which is no work). */
export type WatchState = 'running' | 'paused' | 'waiting' | 'stopped';

/** A stopwatch as it is stored: it goes on by the clock, so a crash loses nothing. */
export interface Stopwatch {
  state: WatchState;
  /** Moment since which it runs; null when it stands. */
  runningSince: string | null;
  elapsedSeconds: number;
  /** Moment since which the student waits; null when not. */
  waitingSince: string | null;
  waitingSeconds: number;
}

/** A clock that was set back must not take time away. */
function secondsSince(since: string | null, now: string): number {
  return since === null ? 0 : Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 1000));
}

/** A stopwatch that starts now. */
export function startWatch(now: string): Stopwatch {
  return { state: 'running', runningSince: now, elapsedSeconds: 0, waitingSince: null, waitingSeconds: 0 };
}

/** Seconds of work until now. */
export function elapsedAt(watch: Stopwatch, now: string): number {
  return watch.elapsedSeconds + secondsSince(watch.runningSince, now);
}

/** Seconds of waiting until now. */
export function waitingAt(watch: Stopwatch, now: string): number {
  return watch.waitingSeconds + secondsSince(watch.waitingSince, now);
}

/** The stopwatch in another state from now on; what it counted so far stays. A stopped one stays stopped. */
export function switchWatch(watch: Stopwatch, state: WatchState, now: string): Stopwatch {
  if (watch.state === 'stopped') return watch;
  return {
    state,
    elapsedSeconds: elapsedAt(watch, now),
    waitingSeconds: waitingAt(watch, now),
    runningSince: state === 'running' ? now : null,
    waitingSince: state === 'waiting' ? now : null,
  };
}
