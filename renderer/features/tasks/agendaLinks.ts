import type { AgendaEntry } from '#shared/contract/tasks.ts';
import type { Tone } from '../../ui/StatusBadge.tsx';

/** Where an entry of the calendar is looked after; null for a task, which opens its own form. */
export function addressOf(entry: AgendaEntry): string | null {
  switch (entry.kind) {
    case 'task':
      return null;
    case 'obligation':
    case 'agreement_end':
    case 'internship':
      return `/partners/${entry.partnerId ?? ''}`;
    case 'visit':
      return `/partners/visits/${entry.rowId}`;
    case 'event':
      return `/events/${entry.rowId}`;
    case 'session':
    case 'milestone':
      return '/plan';
    case 'championship':
      return '/selection';
  }
}

/** How each kind of entry is told apart; the word says it too. */
export const kindTones: Record<AgendaEntry['kind'], Tone> = {
  task: 'warn',
  obligation: 'warn',
  agreement_end: 'warn',
  visit: 'info',
  internship: 'info',
  event: 'good',
  session: 'calm',
  milestone: 'info',
  championship: 'bad',
};
