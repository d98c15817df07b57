import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestEntry } from '#shared/contract/contest.ts';
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx';

const tones: Readonly<Record<ContestEntry['state'], Tone>> = {
  open: 'calm',
  frozen: 'info',
  published: 'good',
};

/** Whether marks are entered, results stand, or are known to all. */
export function StateOfContest({ state }: { state: ContestEntry['state'] }): ReactNode {
  const { t } = useTranslation();
  return <StatusBadge tone={tones[state]}>{t(`contest:state.${state}`)}</StatusBadge>;
}
