import type { TFunction } from 'i18next';
import type { Language } from '#shared/contract/app.ts';
import type { ProgressChart, ProgressHeadline } from '#shared/contract/progress.ts';
import type { Attention } from '#shared/domain/progress/attention.ts';
import { tellProgress } from '#shared/domain/progress/progressStory.ts';
import type { NextPart, SeenPart, TargetPart } from '#shared/domain/progress/progressStory.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { formatFor } from '../../i18n/format.ts';
import { localized } from '../../i18n/names.ts';

/** What sentences are made with. */
export interface Speaker {
  t: TFunction;
  language: Language;
}

function tellSeen({ t, language }: Speaker, seen: SeenPart): string {
  const format = formatFor(language);
  switch (seen.kind) {
    case 'few':
      return t('progress:story.seen.few', { count: seen.count, latest: format.percent(seen.latest) });
    case 'level':
      return t('progress:story.seen.level', { level: format.percent(seen.level) });
    case 'steady':
      return t('progress:story.seen.steady', { level: format.percent(seen.level) });
    case 'rising':
    case 'falling': {
      const words = {
        count: seen.points,
        points: format.number(seen.points, 1),
        level: format.percent(seen.level),
      };
      return seen.kind === 'rising'
        ? t('progress:story.seen.rising', words)
        : t('progress:story.seen.falling', words);
    }
  }
}

function tellDistance({ t, language }: Speaker, target: TargetPart): string {
  const format = formatFor(language);
  switch (target.kind) {
    case 'unset':
      return t('progress:story.target.unset');
    case 'reached':
      return t('progress:story.target.reached', { target: format.percent(target.target, 2) });
    case 'below':
      return t('progress:story.target.below', {
        target: format.percent(target.target, 2),
        count: target.gap,
        gap: format.number(target.gap, 1),
      });
  }
}

function tellTarget(speaker: Speaker, target: TargetPart): string {
  const distance = tellDistance(speaker, target);
  if (target.kind === 'unset' || target.latest === null) return distance;
  const latest = formatFor(speaker.language).percent(target.latest);
  return speaker.t('progress:story.target.byLatest', { latest, distance });
}

function tellNext(speaker: Speaker, next: NextPart, facts: StoryFacts): string {
  const { t, language } = speaker;
  const { weakest, idleCandidates } = facts;
  if (next === 'section' && weakest !== null) {
    return t('progress:story.next.section', {
      section: t('progress:profile.name', {
        number: weakest.number,
        name: localized(weakest.name, language),
      }),
      percent: formatFor(language).percent(weakest.percent),
    });
  }
  if (next === 'resume') return t('progress:story.next.resume', { count: facts.idleDays ?? 0 });
  if (next === 'startOthers') return t('progress:story.next.startOthers', { count: idleCandidates });
  return t(`progress:story.next.${next}`);
}

interface StoryOptions {
  /** What the target is compared with; of a squad the latest results, as in the overview. */
  targetBasis: 'line' | 'latest';
  /** Candidates of the squad without a single marked attempt. */
  idleCandidates?: number;
  /** Today, `YYYY-MM-DD`; null when the period ends in the past. */
  today: string | null;
  /** The next action of a student in words, from the one rule that all screens share; a squad has its own. */
  next?: string;
}

interface StoryFacts {
  weakest: ProgressHeadline['weakestSection'];
  idleCandidates: number;
  idleDays: number | null;
}

/**
 * The sentence above a chart: what is seen and what to do next.
 * @returns an empty text when nothing has been marked
 */
export function progressSentence(
  speaker: Speaker,
  chart: ProgressChart,
  { targetBasis, idleCandidates = 0, today, next }: StoryOptions,
): string {
  const { headline, trend, targetPercent } = chart;
  const last = chart.points.at(-1);
  const idleDays = last && today !== null ? toDayNumber(today) - toDayNumber(last.date) : null;
  const story = tellProgress({
    attemptCount: headline.attemptCount,
    latestPercent: headline.latestPercent,
    linePercent: trend.at(-1)?.percent ?? null,
    changeOver30Days: headline.changeOver30Days,
    targetPercent,
    targetBasis,
    weakestSection: headline.weakestSection,
    idleCandidates,
    idleDays,
  });
  if (story === null) return '';
  return speaker.t('progress:story.joined', {
    seen: tellSeen(speaker, story.seen),
    target: tellTarget(speaker, story.target),
    next:
      next ?? tellNext(speaker, story.next, { weakest: headline.weakestSection, idleCandidates, idleDays }),
  });
}

/** Why a competency asks for attention, in a few words. */
export function attentionReason({ t, language }: Speaker, attention: Attention): string {
  switch (attention.kind) {
    case 'stale':
      return t('progress:attention.reason.stale', { count: attention.days });
    case 'below':
      return t('progress:attention.reason.below', {
        count: attention.gap,
        points: formatFor(language).number(attention.gap, 1),
      });
    case 'notStarted':
    case 'notMarked':
    case 'noSquad':
    case 'noTarget':
    case 'onTarget':
      return t(`progress:attention.reason.${attention.kind}`);
  }
}
