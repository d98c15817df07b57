/** Days on which somebody can come, both ends included. */
export interface AvailableSpan {
  fromDate: string;
  toDate: string;
}

/** Whether somebody can come on a day. Who has named no days comes by appointment. */
export function canCome(spans: readonly AvailableSpan[], date: string): boolean {
  return spans.length === 0 || spans.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate);
}
