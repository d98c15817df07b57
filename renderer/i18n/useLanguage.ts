import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/contract/app.ts';
import { compareText } from './collate.ts';
import { formatFor } from './format.ts';
import type { Format } from './format.ts';
import { chooseLanguage } from './languages.ts';

/** The language on the screen now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return chooseLanguage([i18n.language]);
}

/** Numbers and dates as the language on the screen writes them. */
export function useFormat(): Format {
  return formatFor(useLanguage());
}

/** Compares two texts in the alphabet of the language on the screen. */
export function useCompareText(): (a: string, b: string) => number {
  const language = useLanguage();
  return useMemo(() => compareText(language), [language]);
}
