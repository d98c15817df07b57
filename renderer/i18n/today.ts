import { localDay } from '#shared/lib/localDay.ts';

/** The calendar day of the computer, `YYYY-MM-DD`. */
export const todayHere = (): string => localDay(new Date());
