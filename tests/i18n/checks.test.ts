import { expect, it } from 'vitest';
import ts from 'typescript';
import { listCyrillicLiterals, listHardCodedTexts } from '../helpers/hardCodedTexts.ts';
import { listKeyUses, listStrayKeys } from '../helpers/keyUses.ts';
import type { RendererSource } from '../helpers/rendererSources.ts';

/** The checks themselves are checked: a check that finds nothing is worth nothing. */
function sourceOf(code: string): RendererSource {
  const tree = ts.createSourceFile('x.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return { path: 'x.tsx', tree };
}

it.each([
  ['<p>Hello</p>', 'Hello'],
  ['<p>{ok ? "Yes" : t("a:b")}</p>', 'Yes'],
  ['<input aria-label="Name" />', 'Name'],
  ['<input placeholder={ready ? t("a:b") : "Wait"} />', 'Wait'],
  ['<Field label={name || "Unnamed"} />', 'Unnamed'],
])('finds the text written in %s', (code, text) => {
  expect(listHardCodedTexts(sourceOf(code))).toEqual([`x.tsx:1 "${text}"`]);
});

it.each(['<p>{t("a:b")} · 12</p>', '<kbd>Ctrl K</kbd>', '<a className="link" href="/x" />'])(
  'lets %s pass',
  (code) => {
    expect(listHardCodedTexts(sourceOf(code))).toEqual([]);
  },
);

it('finds keys in calls, in tables and families in templates', () => {
  const source = sourceOf('t("people:a.b"); const k = { label: "people:c" }; t(`errors:${code}`); "http:x"');
  const uses = listKeyUses(source, new Set(['people', 'errors']));
  expect(uses.map(({ key }) => key)).toEqual(['people:a.b', 'people:c', 'errors:${…}']);
  expect(uses[2]?.matches('errors:in_use')).toBe(true);
  expect(uses[2]?.matches('people:in_use')).toBe(false);
});

it('finds keys without a namespace and Cyrillic letters in code', () => {
  expect(
    listStrayKeys(sourceOf('t("title"); i18next.t("nope:x"); t("people:x")'), new Set(['people'])),
  ).toEqual(['x.tsx:1 title', 'x.tsx:1 nope:x']);
  expect(listCyrillicLiterals(sourceOf('const a = "Шың"; const b = "peak";'))).toEqual(['x.tsx:1 "Шың"']);
});
