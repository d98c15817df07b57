import type { Language } from '#shared/contract/app.ts';

/**
 * The language tag of a system without a window: what the environment says, else what the runtime found.
 * @returns for example `ru_RU.UTF-8` or `kk-KZ`
 */
export function environmentLanguage(environment: NodeJS.ProcessEnv): string {
  const told = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(Boolean);
  return told ?? Intl.DateTimeFormat().resolvedOptions().locale;
}

/** The interface language for a tag of the system: Kazakh when it is none of the three. */
export function interfaceLanguage(tag: string): Language {
  const main = tag.toLowerCase().split(/[-_.]/, 1)[0];
  return main === 'ru' || main === 'en' ? main : 'kk';
}
