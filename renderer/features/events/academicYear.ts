/** First and last day of the academic year that holds a day: it begins on the first of September. */
export function academicYear(today: string): { from: string; to: string } {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) >= '09' ? 0 : 1);
  return { from: `${year}-09-01`, to: `${year + 1}-08-31` };
}
