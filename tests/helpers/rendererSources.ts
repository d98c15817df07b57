import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** A parsed source file of the page. */
export interface RendererSource {
  /** From the root of the project, with slashes. */
  path: string;
  tree: ts.SourceFile;
}

/** Every .ts and .tsx file of the page. */
export function listRendererSources(): RendererSource[] {
  const folder = join(ROOT, 'renderer');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => {
      const file = join(folder, name);
      const path = relative(ROOT, file).replaceAll('\\', '/');
      const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
      return {
        path,
        tree: ts.createSourceFile(path, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind),
      };
    });
}

/** Visits a node and everything under it. */
export function visit(node: ts.Node, onNode: (node: ts.Node) => void): void {
  onNode(node);
  node.forEachChild((child) => visit(child, onNode));
}

/** `renderer/app/App.tsx:12` */
export function placeOf(source: RendererSource, node: ts.Node): string {
  const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
  return `${source.path}:${line + 1}`;
}
