import type { TFunction } from 'i18next';
import type { ContestResult } from '#shared/contract/contest.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Format } from '../../../i18n/format.ts';

type Head = Pick<RouteOutput<'contest.get'>, 'startDate' | 'endDate' | 'place'>;
type Session = RouteOutput<'training.getSession'>;

/** When and where, in one line. */
export function whenAndWhere(format: Format, { startDate, endDate, place }: Head): string {
  const days =
    endDate === null || endDate === startDate
      ? format.longDate(startDate)
      : `${format.longDate(startDate)} – ${format.longDate(endDate)}`;
  return place === '' ? days : `${days} · ${place}`;
}

/** Days of a championship, at least as many as its forms use. */
export function countDays(head: Head, used: readonly (number | null)[]): number {
  const start = Date.parse(head.startDate);
  const end = Date.parse(head.endDate ?? head.startDate);
  const span = Math.max(1, Math.round((end - start) / 86_400_000) + 1);
  return Math.min(30, Math.max(span, ...used.map((day) => day ?? 1)));
}

/** The session with its attempts in the running order. */
export function inRunningOrder(session: Session, competitors: readonly { attemptId: string }[]): Session {
  const byId = new Map(session.attempts.map((attempt) => [attempt.id, attempt]));
  return {
    ...session,
    attempts: competitors.flatMap(({ attemptId }) => byId.get(attemptId) ?? []),
  };
}

/** Why there is this medal, or none: the rule, and the total that it was compared with. */
export function medalSentence(
  t: TFunction,
  format: Format,
  facts: { result: ContestResult; tieHundredths: number },
): string {
  const { story, totalHundredths, scalePoints } = facts.result;
  return t(`contest:story.${story.rule}`, {
    total: format.hundredths(totalHundredths),
    against: format.hundredths(story.againstHundredths ?? 0),
    difference: format.hundredths(story.differenceHundredths ?? 0),
    tie: format.hundredths(facts.tieHundredths),
    points: scalePoints ?? 0,
  });
}

/** The estimate of the scale as a calculation with its numbers. */
export function scaleSentence(
  t: TFunction,
  format: Format,
  facts: { result: ContestResult; scale: { medianHundredths: number; madHundredths: number } | null },
): string {
  const { result, scale } = facts;
  if (result.scalePoints === null || scale === null) return t('contest:scale.none');
  if (scale.madHundredths === 0) return t('contest:scale.allSame');
  return t('contest:scale.way', {
    total: format.hundredths(result.totalHundredths),
    median: format.number(scale.medianHundredths / 100, 3),
    mad: format.number(scale.madHundredths / 100, 3),
    points: result.scalePoints,
  });
}
