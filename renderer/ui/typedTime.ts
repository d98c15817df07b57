const PATTERN = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/;

/**
 * Reads a time as people type it: `9`, `9:30`, `9.30`, `0930`.
 * @returns `HH:MM`, or null when it is no time of a day
 */
export function parseTypedTime(text: string): string | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [, hours = '', minutes = '00'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
