import type { Language } from '#shared/contract/app.ts';
import en from './i18n/en.json' with { type: 'json' };
import kk from './i18n/kk.json' with { type: 'json' };
import ru from './i18n/ru.json' with { type: 'json' };

/** What the main process itself says to people: menu and dialogs. The page has catalogues of its own. */
export type ShellTexts = typeof kk;

const catalogues: Record<Language, ShellTexts> = { kk, ru, en };

/** The texts of the shell in a language; a text missing in one of them does not compile. */
export function shellTexts(language: Language): ShellTexts {
  return catalogues[language];
}

/** The sentence for a code with which the application could not start. */
export function startSentence(texts: ShellTexts, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentences = new Map<string, string>(Object.entries(texts.start));
  return (code === 'title' ? undefined : sentences.get(code)) ?? texts.start.internal;
}
