import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/partnerRecords.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx';

type Shown = VisitRow['state'] | 'unwritten';

const tones: Record<Shown, Tone> = { planned: 'info', held: 'good', cancelled: 'calm', unwritten: 'warn' };

/** How a visit stands; one whose day is over and of which nothing is written asks for it. */
export function VisitBadge({ visit }: { visit: Pick<VisitRow, 'state' | 'date'> }): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const shown: Shown = visit.state === 'planned' && visit.date < today ? 'unwritten' : visit.state;
  return <StatusBadge tone={tones[shown]}>{t(`partners:visitState.${shown}`)}</StatusBadge>;
}
