import type { CompetencyRow } from '#shared/contract/competencies.ts';
import { compareAttention, isPressing, judgeAttention } from '#shared/domain/progress/attention.ts';
import type { Attention } from '#shared/domain/progress/attention.ts';
import { localized } from '../../i18n/names.ts';
import type { CompetencyProgress } from './progress.queries.ts';
import { attentionReason } from './progressSentence.ts';
import type { Speaker } from './progressSentence.ts';

/** A competency of the overview, and what it needs. */
export interface OverviewRow extends CompetencyProgress {
  name: string;
  attention: Attention;
}

/** Competencies from the one that asks for most attention on; equal ones by name. */
export function orderOverview(
  progress: readonly CompetencyProgress[],
  known: readonly CompetencyRow[],
  {
    speaker,
    today,
    compareText,
  }: {
    speaker: Speaker;
    today: string;
    compareText: (a: string, b: string) => number;
  },
): OverviewRow[] {
  const names = new Map(known.map((row) => [row.id, localized(row.name, speaker.language)]));
  return progress
    .map((row) => ({
      ...row,
      name: names.get(row.competencyId) ?? '',
      attention: judgeAttention(row, today),
    }))
    .sort((a, b) => compareAttention(a.attention, b.attention) || compareText(a.name, b.name));
}

/** What the overview says in one sentence: how many ask for attention, and which one first. */
export function overviewSentence(speaker: Speaker, rows: readonly OverviewRow[]): string {
  const { t } = speaker;
  const pressing = rows.filter((row) => isPressing(row.attention));
  const first = pressing[0];
  if (!first) return t('progress:overview.calm');
  return t('progress:overview.pressing', {
    count: rows.length,
    pressing: pressing.length,
    name: first.name,
    reason: attentionReason(speaker, first.attention),
    next: t(`progress:attention.next.${first.attention.kind}`),
  });
}
