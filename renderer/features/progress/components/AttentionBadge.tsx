import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attention } from '#shared/domain/progress/attention.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { Tone } from '../../../ui/StatusBadge.tsx';
import { attentionReason } from '../progressSentence.ts';

const TONES: Readonly<Record<Attention['kind'], Tone>> = {
  notStarted: 'bad',
  stale: 'bad',
  notMarked: 'warn',
  below: 'warn',
  noSquad: 'warn',
  noTarget: 'calm',
  onTarget: 'good',
};

/** What a competency needs, in a few words. */
export function AttentionBadge({ attention }: { attention: Attention }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <StatusBadge tone={TONES[attention.kind]}>{attentionReason({ t, language }, attention)}</StatusBadge>
  );
}
