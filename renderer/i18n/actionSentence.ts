import type { TFunction } from 'i18next';
import type { HistoryAction } from '#shared/contract/app.ts';

/** What an action did, in a few words: «Студент қосу». */
export function actionSentence(t: TFunction, action: Pick<HistoryAction, 'name' | 'params'>): string {
  return t(`history:action.${action.name}`, {
    ...action.params,
    defaultValue: t('history:action.unknown'),
  });
}

/** A sentence with a capital first letter, for where it stands alone. */
export function capitalized(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}
