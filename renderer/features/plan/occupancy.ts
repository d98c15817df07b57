/** The time so many minutes after another one, `HH:MM`; past midnight it goes on from 00:00. */
export function endTime(startTime: string, minutes: number): string {
  const [hours = 0, rest = 0] = startTime.split(':').map(Number);
  const end = (hours * 60 + rest + minutes) % 1440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(end / 60))}:${two(end % 60)}`;
}
