import i18next from 'i18next';
import type { i18n, Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/contract/app.ts';

type Catalogue = Record<string, Record<string, unknown>>;

const loaders: Record<Language, () => Promise<{ catalogue: Catalogue }>> = {
  kk: () => import('./catalogue.kk.ts'),
  ru: () => import('./catalogue.ru.ts'),
  en: () => import('./catalogue.en.ts'),
};

/** `./kk/people.json` → `people`. */
function namespaceOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
}

async function loadCatalogue(language: Language): Promise<Resource[string]> {
  const { catalogue } = await loaders[language]();
  return Object.fromEntries(
    Object.entries(catalogue).map(([path, texts]) => [namespaceOf(path), texts as Resource[string][string]]),
  );
}

/** Starts i18next with the texts of one language. Keys are always written whole: `t('people:form.surname')`. */
export async function startI18n(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    // A key is always written with its namespace; there is no default one.
    ns: [],
    defaultNS: false,
    resources: { [language]: await loadCatalogue(language) },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  return i18next;
}

/** Fetches the texts of a language that need not be the screen's: paper has a language of its own. */
export async function loadLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    for (const [namespace, texts] of Object.entries(await loadCatalogue(language))) {
      i18next.addResourceBundle(language, namespace, texts);
    }
  }
}

/** Shows another language, fetching its texts first so that no key is ever seen. */
export async function switchLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await loadLanguage(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
