import type { TFunction } from 'i18next';

interface Coded {
  code: string;
  data?: Readonly<Record<string, unknown>>;
}

function isCoded(error: unknown): error is Coded {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** What a failure means and what to do about it, in the language on the screen. */
export function errorSentence(t: TFunction, error: unknown): string {
  return isCoded(error) ? t(`errors:${error.code}`, { ...error.data }) : t('errors:internal');
}
