import type { RouteOutput } from '#shared/contract/registry.ts';
import type { PrintWords } from '../../i18n/usePrintWords.ts';

type Championship = RouteOutput<'events.portfolio'>['championships'][number];

/** Stage and result of a championship; the result only once it is published. */
export function resultWords(one: Championship, { t, format }: Pick<PrintWords, 't' | 'format'>): string[] {
  const stage = one.isMock ? t('events:portfolio.mock') : t(`reports:stage.${one.stage}`);
  if (!one.isPublished) return [stage, t('events:portfolio.unpublished')];
  return [
    stage,
    one.place === null ? '' : t('events:portfolio.place', { place: format.number(one.place) }),
    one.medal === null ? '' : t(`assessment:medal.${one.medal}`),
    one.percent === null ? '' : format.percent(one.percent, 1),
  ];
}
