import { useSyncExternalStore } from 'react';
import { todayHere } from './today.ts';

/** A program that is left running over midnight tells of the new day within this time. */
const LOOK_EVERY_MS = 30_000;

function subscribe(onLook: () => void): () => void {
  const timer = setInterval(onLook, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** The calendar day of the computer, `YYYY-MM-DD`; renders again when the next day has begun. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, todayHere);
}
