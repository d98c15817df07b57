import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/contract/app.ts';
import { formatFor, type Format } from './format.ts';
import { loadLanguage } from './setup.ts';

/** Texts and formats of the language that is printed. */
export interface PrintWords {
  t: TFunction;
  format: Format;
  language: Language;
}

/** Texts of a language that need not be the screen's; null while they are fetched. */
export function usePrintWords(language: Language): PrintWords | null {
  const { i18n } = useTranslation();
  const [loaded, setLoaded] = useState<Language | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void loadLanguage(language).then(() => {
      if (isCurrent) setLoaded(language);
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  if (loaded !== language) return null;
  return { t: i18n.getFixedT(language), format: formatFor(language), language };
}
