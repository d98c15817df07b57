import type { TFunction } from 'i18next';
import type { Language } from '#shared/contract/app.ts';
import type { NextAction } from '#shared/contract/insight.ts';
import { formatFor } from './format.ts';
import { localized } from './names.ts';

interface Words {
  t: TFunction;
  language: Language;
}

/** What to do next, and why. */
export function nextActionWords(
  { t, language }: Words,
  next: NextAction,
): { action: string; reason: string } {
  const format = formatFor(language);
  switch (next.code) {
    case 'start':
    case 'keep':
      return { action: t(`insight:next.${next.code}.action`), reason: t(`insight:next.${next.code}.reason`) };
    case 'return':
      return {
        action: t('insight:next.return.action'),
        reason: t('insight:next.return.reason', { count: next.idleDays }),
      };
    case 'rest':
      return {
        action: t('insight:next.rest.action'),
        reason: t('insight:next.rest.reason', {
          acute: format.number(next.acute),
          chronic: format.number(next.chronic),
        }),
      };
    case 'whole':
      return {
        action: t('insight:next.whole.action'),
        reason:
          next.daysSinceWhole === null
            ? t('insight:next.whole.never')
            : t('insight:next.whole.reason', { count: next.daysSinceWhole }),
      };
    case 'section':
      return {
        action: next.module
          ? t('insight:next.section.module', {
              code: next.module.code,
              name: next.module.name,
              count: next.runs,
            })
          : t('insight:next.section.action', { number: next.number, count: next.runs }),
        reason: t('insight:next.section.reason', {
          number: next.number,
          name: localized(next.name, language),
          marks: format.number(next.costHundredths / 100, 1),
          percent: format.percent(next.percent, 0),
        }),
      };
  }
}
