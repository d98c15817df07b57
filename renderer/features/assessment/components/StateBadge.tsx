import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultRow } from '#shared/contract/assessment.ts';
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx';

const tones: Readonly<Record<ResultRow['state'], Tone>> = {
  draft: 'calm',
  complete: 'info',
  verified: 'good',
  locked: 'good',
  absent: 'warn',
  withdrawn: 'warn',
  disqualified: 'bad',
};

/** The state of a result as a word. */
export function StateBadge({ state }: { state: ResultRow['state'] }): ReactNode {
  const { t } = useTranslation();
  return <StatusBadge tone={tones[state]}>{t(`assessment:state.${state}`)}</StatusBadge>;
}
