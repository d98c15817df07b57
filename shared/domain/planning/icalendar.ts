import { shiftDay } from './phases.ts';

/** An entry of a calendar file. */
export interface CalendarEntry {
  id: string;
  title: string;
  description: string;
  place: string;
  date: string;
  /** Last day of an entry of whole days; the same as `date` when it is left out. */
  endDate?: string;
  /** `HH:MM` local time; empty: the whole day. */
  startTime: string;
  durationMinutes: number;
}

const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Length of a sign in UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Lines of at most 75 octets; a longer one goes on after a line break and a blank (RFC 5545, §3.1). */
function fold(line: string): string {
  let folded = '';
  let width = 0;
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) ?? 0);
    if (width + size > 75) {
      folded += '\r\n ';
      width = 1;
    }
    folded += sign;
    width += size;
  }
  return folded;
}

const digits = (text: string): string => text.replace(/[-:]/g, '');

/** Local ("floating") start and end: practice is at nine wherever the laptop thinks it is. */
function timesOf(entry: CalendarEntry): string[] {
  if (entry.startTime === '') {
    return [
      `DTSTART;VALUE=DATE:${digits(entry.date)}`,
      `DTEND;VALUE=DATE:${digits(shiftDay(entry.endDate ?? entry.date, 1))}`,
    ];
  }
  const [hours = 0, minutes = 0] = entry.startTime.split(':').map(Number);
  const end = hours * 60 + minutes + entry.durationMinutes;
  const endDay = shiftDay(entry.date, Math.floor(end / 1440));
  const two = (value: number): string => String(value).padStart(2, '0');
  const endTime = `${two(Math.floor((end % 1440) / 60))}${two(end % 60)}00`;
  return [`DTSTART:${digits(entry.date)}T${digits(entry.startTime)}00`, `DTEND:${digits(endDay)}T${endTime}`];
}

/** A calendar file (iCalendar, RFC 5545) that Outlook, Google and phones read. @param now moment, ISO-8601 UTC */
export function writeCalendar(entries: readonly CalendarEntry[], now: string): string {
  const stamp = `${digits(now.slice(0, 19))}Z`;
  const lines = entries.flatMap((entry) => [
    'BEGIN:VEVENT',
    `UID:${entry.id}@shyng`,
    `DTSTAMP:${stamp}`,
    ...timesOf(entry),
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.place === '' ? [] : [`LOCATION:${escapeText(entry.place)}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
    'END:VEVENT',
  ]);
  const all = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shyng//Training plan//EN',
    ...lines,
    'END:VCALENDAR',
  ];
  return `${all.map(fold).join('\r\n')}\r\n`;
}
