import ts from 'typescript';
import { placeOf, visit } from './rendererSources.ts';
import type { RendererSource } from './rendererSources.ts';

/** A place that names a text: one key, or a family `errors:${code}`. */
export interface KeyUse {
  place: string;
  /** The key, or the pattern of the family for people to read. */
  key: string;
  /** Which keys it stands for. */
  matches: (key: string) => boolean;
}

const KEY = /^[a-z][a-zA-Z]*:[a-zA-Z0-9]/;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function familyOf(node: ts.TemplateExpression): { key: string; matches: (key: string) => boolean } {
  const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  const pattern = new RegExp(`^${parts.map(escape).join('.+')}$`);
  return { key: parts.join('${…}'), matches: (key) => pattern.test(key) };
}

/** Every literal that looks like a key with a namespace that exists: in `t(…)`, and in tables that are handed to it. */
export function listKeyUses(source: RendererSource, namespaces: ReadonlySet<string>): KeyUse[] {
  const uses: KeyUse[] = [];
  visit(source.tree, (node) => {
    const isText = ts.isStringLiteralLike(node);
    if (!isText && !ts.isTemplateExpression(node)) return;
    const start = isText ? node.text : node.head.text;
    const isKey = isText ? KEY.test(start) : /^[a-z][a-zA-Z]*:/.test(start);
    if (!isKey || !namespaces.has(start.slice(0, start.indexOf(':')))) return;
    const place = placeOf(source, node);
    uses.push(
      isText ? { place, key: node.text, matches: (key) => key === node.text } : { place, ...familyOf(node) },
    );
  });
  return uses;
}

/** First arguments of `t(…)` that are texts without a namespace, or with one that does not exist. */
export function listStrayKeys(source: RendererSource, namespaces: ReadonlySet<string>): string[] {
  const stray: string[] = [];
  visit(source.tree, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText(source.tree).split('.').at(-1) !== 't') return;
    const key = node.arguments[0];
    if (key === undefined) return;
    const start = ts.isStringLiteralLike(key)
      ? key.text
      : ts.isTemplateExpression(key)
        ? key.head.text
        : null;
    if (start === null) return;
    if (!namespaces.has(start.split(':')[0] ?? '') || !start.includes(':')) {
      stray.push(`${placeOf(source, key)} ${start}`);
    }
  });
  return stray;
}
