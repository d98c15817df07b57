import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose code is in the program: native ones beside it, the others inside its bundles. */
const SHIPPED = [
  'better-sqlite3',
  'highs',
  'kysely',
  'zod',
  'uuid',
  'fflate',
  'read-excel-file',
  'write-excel-file',
  'react',
  'react-dom',
  'react-i18next',
  'i18next',
  'wouter',
  'zustand',
  'recharts',
  'dayjs',
  '@fontsource-variable/inter',
  '@mantine/core',
  '@mantine/dates',
  '@mantine/form',
  '@mantine/hooks',
  '@mantine/notifications',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@tanstack/react-table',
] as const;

interface Manifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;

function findPackage(project: string, name: string, from: string): string | null {
  for (const folder of [join(from, 'node_modules', name), join(project, 'node_modules', name)]) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return null;
}

/** Folders of the packages and of all that they stand on. */
function collect(project: string): Map<string, Manifest> {
  const found = new Map<string, Manifest>();
  const open = SHIPPED.map((name): { name: string; from: string } => ({ name, from: project }));
  for (let next = open.pop(); next; next = open.pop()) {
    const folder = findPackage(project, next.name, next.from);
    if (folder === null || found.has(folder)) continue;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    found.set(folder, manifest);
    for (const name of Object.keys(manifest.dependencies ?? {})) open.push({ name, from: folder });
  }
  return found;
}

function textOf(folder: string): string {
  const name = readdirSync(folder).find((file) => LICENCE_FILE.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

/**
 * Writes the licences of everything that the program brings along into one file.
 * @param target path of the file
 * @returns names of the packages
 */
export function writeLicences(project: string, target: string): string[] {
  const packages = [...collect(project)].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  const parts = packages.map(([folder, { name, version, license }]) =>
    [`${name} ${version} (${license ?? 'see below'})`, textOf(folder)]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  writeFileSync(target, `${parts.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`);
  return packages.map(([, { name }]) => name);
}
