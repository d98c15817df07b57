const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`. */
export function toDayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

/** Calendar day `YYYY-MM-DD` of a day number. */
export function fromDayNumber(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
