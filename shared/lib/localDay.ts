/**
 * The calendar day of a moment where the program runs, which is what people mean by today.
 * @param moment milliseconds since 1970, or a Date
 * @returns `YYYY-MM-DD`
 */
export function localDay(moment: number | Date): string {
  const date = new Date(moment);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
