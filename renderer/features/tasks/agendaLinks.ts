import {
  IconAlertTriangle,
  IconBarrel,
  IconBook2,
  IconBuildingFactory2,
  IconCalendarOff,
  IconChecklist,
  IconFileCertificate,
  IconFlag,
  IconHeartHandshake,
  IconHourglassLow,
  IconRuler2,
  IconShoppingCart,
  IconStopwatch,
  IconTarget,
  IconTool,
  IconTrophy,
  IconTruckReturn,
  IconUserCheck,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import type { Tone } from '../../ui/StatusBadge.tsx';

const partner = ({ partnerId }: AgendaEntry): string => `/partners/${partnerId ?? ''}`;
const thing = ({ rowId }: AgendaEntry): string => `/base/inventory/${rowId}`;
const plan = (): string => '/plan';

const addresses: Record<AgendaEntry['kind'], (entry: AgendaEntry) => string | null> = {
  task: () => null,
  obligation: partner,
  agreement_end: partner,
  internship: partner,
  availability: partner,
  visit: ({ rowId }) => `/partners/visits/${rowId}`,
  event: ({ rowId }) => `/events/${rowId}`,
  session: ({ key, rowId }) => (key.startsWith('held/') ? `/training/${rowId}` : plan()),
  milestone: plan,
  championship: ({ key, rowId }) => (key.startsWith('plan/') ? plan() : `/contests/${rowId}`),
  goal: ({ competencyIds }) => `/insight/${competencyIds[0] ?? ''}`,
  absence: ({ rowId }) => `/students/${rowId}`,
  calibration: thing,
  service: thing,
  lent_return: thing,
  end_of_life: thing,
  purchase: ({ rowId }) => `/base/purchases/${rowId}`,
  stock: () => '/base/stock',
};

/** Where an entry of the calendar is looked after; null for a task, which opens its own form. */
export const addressOf = (entry: AgendaEntry): string | null => addresses[entry.kind](entry);

/** How each kind of entry is told apart; the word says it too. */
export const kindTones: Record<AgendaEntry['kind'], Tone> = {
  task: 'warn',
  obligation: 'warn',
  agreement_end: 'warn',
  visit: 'info',
  internship: 'info',
  availability: 'calm',
  event: 'good',
  session: 'calm',
  milestone: 'info',
  championship: 'bad',
  goal: 'good',
  absence: 'calm',
  calibration: 'warn',
  service: 'warn',
  lent_return: 'warn',
  end_of_life: 'warn',
  purchase: 'info',
  stock: 'bad',
};

/** What each kind of entry is told apart by where there is no room for its word. */
export const kindIcons: Record<AgendaEntry['kind'], Icon> = {
  task: IconChecklist,
  obligation: IconAlertTriangle,
  agreement_end: IconFileCertificate,
  visit: IconHeartHandshake,
  internship: IconBuildingFactory2,
  availability: IconUserCheck,
  event: IconBook2,
  session: IconStopwatch,
  milestone: IconFlag,
  championship: IconTrophy,
  goal: IconTarget,
  absence: IconCalendarOff,
  calibration: IconRuler2,
  service: IconTool,
  lent_return: IconTruckReturn,
  end_of_life: IconHourglassLow,
  purchase: IconShoppingCart,
  stock: IconBarrel,
};

/** Whether somebody should have done it by now. @param today `YYYY-MM-DD` */
export const isLate = (entry: AgendaEntry, today: string): boolean =>
  entry.isDuty && !entry.isDone && entry.endDate < today;
