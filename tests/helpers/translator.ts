import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import type { i18n } from 'i18next';
import type { Language } from '#shared/contract/app.ts';

const FOLDER = join(import.meta.dirname, '../../renderer/i18n');

/** The texts of one language, as the page speaks them, without a page. */
export async function createTranslator(language: Language): Promise<i18n> {
  const files = readdirSync(join(FOLDER, language)).filter((name) => name.endsWith('.json'));
  const texts = Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(FOLDER, language, name), 'utf8')) as Record<string, string>,
    ]),
  );
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    ns: [],
    defaultNS: false,
    resources: { [language]: texts },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
