import type { TFunction } from 'i18next';
import type { Language } from '#shared/contract/app.ts';
import type { GoalRow } from '#shared/contract/goals.ts';
import { formatFor } from '../../i18n/format.ts';

interface Words {
  t: TFunction;
  language: Language;
}

/** A result in the units of the goal. */
function valueText({ t, language }: Words, kind: GoalRow['kind'], value: number): string {
  return kind === 'time'
    ? t('insight:minutes', { count: Math.round(value) })
    : formatFor(language).percent(value, 1);
}

/** What is to be reached. */
export function goalTitle(words: Words, goal: GoalRow): string {
  const target = valueText(words, goal.kind, goal.kind === 'time' ? goal.target : goal.target / 100);
  return words.t(`insight:goal.what.${goal.kind}`, { target, number: goal.sectionNumber ?? 0 });
}

/** How it stands: reached on a day, or how likely, or why that cannot be said. */
export function goalStanding(words: Words, goal: GoalRow): string {
  const { t, language } = words;
  const format = formatFor(language);
  const best = goal.best === null ? '' : valueText(words, goal.kind, goal.best);
  if (goal.reachedOn !== null)
    return t('insight:goal.reachedOn', { date: format.longDate(goal.reachedOn), best });
  const soFar = best === '' ? t('insight:goal.noResult') : t('insight:goal.best', { best });
  if (goal.state === 'missed') return soFar;
  const chance =
    goal.chance === null
      ? t('insight:goal.tooFew', { count: Math.max(1, goal.need - goal.have) })
      : t('insight:goal.chance', { chance: format.percent(100 * goal.chance, 0) });
  return `${soFar} ${chance}`;
}
