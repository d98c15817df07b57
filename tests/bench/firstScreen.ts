import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const rendererFolder = resolve(import.meta.dirname, '../../out/renderer');

/** Static imports of a built script, by its own text: what the browser must fetch before it can run it. */
function importsOf(script: string): string[] {
  const found = script.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
  return [...found].map((match) => match[1] ?? '');
}

/** Files of the first screen: what index.html names, and all that those import statically. */
export function listFirstScreenFiles(): string[] {
  const html = readFileSync(join(rendererFolder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] ?? '',
  );
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    for (const name of importsOf(readFileSync(join(rendererFolder, file), 'utf8'))) add(`assets/${name}`);
  };
  for (const file of named) add(file);
  return [...files];
}

/** Compressed size of the scripts and styles of the first screen. */
export function measureFirstScreen(): Figure[] {
  const size = (extension: string): number =>
    listFirstScreenFiles()
      .filter((file) => file.endsWith(extension))
      .reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(rendererFolder, file)), { level: 9 }).length,
        0,
      ) / 1000;
  return [
    { name: 'renderer.firstScreen.kB', value: size('.js'), unit: 'kB' },
    { name: 'renderer.firstStyles.kB', value: size('.css'), unit: 'kB' },
  ];
}
