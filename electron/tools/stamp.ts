import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a part of the program is built from, and where it goes. Paths are relative to the project's folder. */
export interface BuildTarget {
  name: 'main' | 'preload' | 'renderer';
  /** Files and folders. */
  sources: readonly string[];
  /** A file that is there when the target was built. */
  product: string;
}

/** Quick: names, sizes and times. Sure: the content. */
interface Stamp {
  quick: string;
  sure: string;
}

const CONFIG = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];

export const buildTargets: readonly BuildTarget[] = [
  { name: 'main', sources: [...CONFIG, 'electron', 'shared'], product: 'out/main/main.js' },
  { name: 'preload', sources: [...CONFIG, 'electron/preload.ts'], product: 'out/preload/preload.cjs' },
  { name: 'renderer', sources: [...CONFIG, 'renderer', 'shared'], product: 'out/renderer/index.html' },
];

/** All files under the given files and folders that exist, sorted. */
function listFiles(root: string, sources: readonly string[]): string[] {
  const files = sources.flatMap((source) => {
    const path = join(root, source);
    if (!existsSync(path)) return [];
    if (statSync(path).isFile()) return [source];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length)
          .replace(/^[\\/]/, ''),
      );
  });
  return files.toSorted();
}

function hashOf(files: readonly string[], describe: (file: string) => string | Buffer): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`\0${file}\0`).update(describe(file));
  return hash.digest('hex');
}

const stampFile = (root: string, target: BuildTarget) => join(root, 'out', `.stamp-${target.name}.json`);

function readStamp(root: string, target: BuildTarget): Stamp | null {
  try {
    return JSON.parse(readFileSync(stampFile(root, target), 'utf8')) as Stamp;
  } catch {
    return null;
  }
}

function quickOf(root: string, files: readonly string[]): string {
  return hashOf(files, (file) => {
    const { size, mtimeMs } = statSync(join(root, file));
    return `${size} ${mtimeMs}`;
  });
}

/** Remembers that a target was built from what lies there now. */
export function writeStamp(root: string, target: BuildTarget): void {
  const files = listFiles(root, target.sources);
  const stamp: Stamp = {
    quick: quickOf(root, files),
    sure: hashOf(files, (file) => readFileSync(join(root, file))),
  };
  mkdirSync(dirname(stampFile(root, target)), { recursive: true });
  writeFileSync(stampFile(root, target), JSON.stringify(stamp));
}

/**
 * Whether a target has to be built: its product is missing, or its sources are others than then. Times alone decide
 * only that nothing changed; when they differ (a fresh checkout), the content decides.
 */
export function isStale(root: string, target: BuildTarget): boolean {
  const stamp = existsSync(join(root, target.product)) ? readStamp(root, target) : null;
  if (stamp === null) return true;
  const files = listFiles(root, target.sources);
  if (quickOf(root, files) === stamp.quick) return false;
  if (hashOf(files, (file) => readFileSync(join(root, file))) !== stamp.sure) return true;
  writeStamp(root, target);
  return false;
}
