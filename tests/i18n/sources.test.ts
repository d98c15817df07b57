import { expect, it } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import { listNamespaces, texts } from '../helpers/catalogues.ts';
import { listCyrillicLiterals, listHardCodedTexts } from '../helpers/hardCodedTexts.ts';
import { listKeyUses, listStrayKeys } from '../helpers/keyUses.ts';
import { listRendererSources } from '../helpers/rendererSources.ts';

const sources = listRendererSources();
const namespaces = new Set(languages.flatMap((language) => listNamespaces(language)));
const uses = sources.flatMap((source) => listKeyUses(source, namespaces));

it('finds keys at all', () => {
  expect(uses.length).toBeGreaterThan(20);
});

it.each(languages)('every key that the page uses has a text in %s', (language) => {
  const bases = [...new Set((texts.get(language) ?? []).map(({ base }) => base))];
  const missing = uses.filter((use) => !bases.some((base) => use.matches(base)));
  expect(missing.map(({ place, key }) => `${place} ${key}`)).toEqual([]);
});

it.each(languages)('every text of %s is used', (language) => {
  const bases = [...new Set((texts.get(language) ?? []).map(({ base }) => base))];
  expect(bases.filter((base) => !uses.some((use) => use.matches(base)))).toEqual([]);
});

it('keys are written with a namespace that exists', () => {
  expect(sources.flatMap((source) => listStrayKeys(source, namespaces))).toEqual([]);
});

it('no text for people is written in a component', () => {
  const components = sources.filter(({ path }) => path.endsWith('.tsx'));
  expect(components.flatMap((source) => listHardCodedTexts(source))).toEqual([]);
});

it('no Cyrillic letter stands outside of renderer/i18n', () => {
  const outside = sources.filter(({ path }) => !path.startsWith('renderer/i18n/'));
  expect(outside.flatMap((source) => listCyrillicLiterals(source))).toEqual([]);
});
