import type { RouteOutput } from '#shared/contract/registry.ts';
import type { PrintWords } from '../../i18n/usePrintWords.ts';

type Championship = RouteOutput<'events.portfolio'>['championships'][number];

type Words = Pick<PrintWords, 't' | 'format'>;

/** Stage of a championship, and that it is not published yet where it is not. */
export function stageWords(one: Championship, { t }: Pick<Words, 't'>): string[] {
  const stage = one.isMock ? t('events:portfolio.mock') : t(`reports:stage.${one.stage}`);
  return one.isPublished ? [stage] : [stage, t('events:portfolio.unpublished')];
}

/** Place, medal and percent; nothing before they are published, or without a rank. */
export function rankWords(one: Championship, { t, format }: Words): string[] {
  return [
    one.place === null ? '' : t('events:portfolio.place', { place: format.number(one.place) }),
    one.medal === null ? '' : t(`assessment:medal.${one.medal}`),
    one.percent === null ? '' : format.percent(one.percent, 1),
  ].filter((part) => part !== '');
}

/** Stage and result of a championship; the result only once it is published. */
export const resultWords = (one: Championship, words: Words): string[] => [
  ...stageWords(one, words),
  ...rankWords(one, words),
];
