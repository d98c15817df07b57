import { localDay } from './format.ts';

/** The calendar day of the computer, `YYYY-MM-DD`. */
export const todayHere = (): string => localDay(new Date());
