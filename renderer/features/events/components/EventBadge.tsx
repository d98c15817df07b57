import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventRow } from '#shared/contract/developmentEvents.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx';

type Shown = EventRow['state'] | 'unwritten';

const tones: Record<Shown, Tone> = { planned: 'info', held: 'good', cancelled: 'calm', unwritten: 'warn' };

/** How an event stands; one whose day is over and that was not marked as held asks for it. */
export function EventBadge({ event }: { event: Pick<EventRow, 'state' | 'date'> }): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const shown: Shown = event.state === 'planned' && event.date < today ? 'unwritten' : event.state;
  return <StatusBadge tone={tones[shown]}>{t(`events:state.${shown}`)}</StatusBadge>;
}
