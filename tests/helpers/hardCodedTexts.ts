import ts from 'typescript';
import { placeOf, visit } from './rendererSources.ts';
import type { RendererSource } from './rendererSources.ts';

/** Attributes whose value people read or hear. */
const READ_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'confirmLabel',
  'description',
  'error',
  'header',
  'hint',
  'label',
  'nothingFound',
  'placeholder',
  'submitLabel',
  'text',
  'title',
]);
const LETTER = /\p{L}/u;
const KEY = /^[a-z][a-zA-Z]*:[a-zA-Z0-9.]+$/;

/** Literals that an expression may come out as: through `a ? b : c`, `a ?? b`, `a || b`, `a && b`. */
function outcomes(node: ts.Node | undefined): ts.StringLiteralLike[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return outcomes(node.expression);
  if (ts.isConditionalExpression(node)) return [...outcomes(node.whenTrue), ...outcomes(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const choices = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken];
    if (choices.includes(node.operatorToken.kind)) return [...outcomes(node.left), ...outcomes(node.right)];
    if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return outcomes(node.right);
  }
  return [];
}

/** Names of keys are the same in every language. */
function isKeyCap(node: ts.Node): boolean {
  return ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === 'kbd';
}

/** Texts for people that are written in a component instead of a catalogue, each as `place "text"`. */
export function listHardCodedTexts(source: RendererSource): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, text: string): void => {
    if (LETTER.test(text) && !KEY.test(text)) found.push(`${placeOf(source, node)} "${text.trim()}"`);
  };
  visit(source.tree, (node) => {
    if (ts.isJsxText(node) && !isKeyCap(node)) report(node, node.text);
    if (ts.isJsxAttribute(node) && READ_ATTRIBUTES.has(node.name.getText(source.tree))) {
      for (const literal of outcomes(node.initializer)) report(literal, literal.text);
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      for (const literal of outcomes(node)) report(literal, literal.text);
    }
  });
  return found;
}

/** Literals with Cyrillic letters, which no code needs outside of renderer/i18n. */
export function listCyrillicLiterals(source: RendererSource): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText(source.tree) : '';
    if (/\p{Script=Cyrillic}/u.test(text)) found.push(`${placeOf(source, node)} ${text}`);
  });
  return found;
}
