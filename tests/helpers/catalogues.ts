import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#shared/contract/app.ts';
import type { Language } from '#shared/contract/app.ts';

const FOLDER = join(import.meta.dirname, '../../renderer/i18n');
const PLURAL_ENDING = /_(zero|one|two|few|many|other)$/;

/** One text of a catalogue. */
export interface CatalogueText {
  /** With its namespace and, for a plural, its form: `people:count_few`. */
  key: string;
  /** Without the form: `people:count`. */
  base: string;
  /** The form of a plural; null for a text that has none. */
  form: string | null;
  text: string;
}

interface Tree {
  readonly [key: string]: Tree | string;
}

function flatten(tree: Tree, prefix: string): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + name, value]] : flatten(value, `${prefix}${name}.`),
  );
}

/** Names of the namespaces that a language has. */
export function listNamespaces(language: Language): string[] {
  return readdirSync(join(FOLDER, language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

/** All texts of a language. A key is a plural when the same base has the form `other`, which each language has. */
export function listTexts(language: Language): CatalogueText[] {
  const entries = listNamespaces(language).flatMap((namespace) => {
    const tree = JSON.parse(readFileSync(join(FOLDER, language, `${namespace}.json`), 'utf8')) as Tree;
    return flatten(tree, `${namespace}:`);
  });
  const keys = new Set(entries.map(([key]) => key));
  return entries.map(([key, text]) => {
    const base = key.replace(PLURAL_ENDING, '');
    const isPlural = base !== key && keys.has(`${base}_other`);
    return isPlural
      ? { key, base, form: key.slice(base.length + 1), text }
      : { key, base: key, form: null, text };
  });
}

/** All texts of all languages. */
export const texts: ReadonlyMap<Language, CatalogueText[]> = new Map(
  languages.map((language) => [language, listTexts(language)]),
);
