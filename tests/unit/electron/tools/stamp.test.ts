import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noWindowReason } from '../../../../electron/tools/electronRuntime.ts';
import { isStale, writeStamp, type BuildTarget } from '../../../../electron/tools/stamp.ts';

const target: BuildTarget = { name: 'main', sources: ['config.ts', 'source'], product: 'out/main.js' };

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shyng-stamp-'));
  mkdirSync(join(root, 'source', 'deep'), { recursive: true });
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, 'source', 'deep', 'a.ts'), 'a');
  writeFileSync(join(root, 'config.ts'), 'c');
  writeFileSync(join(root, 'out', 'main.js'), 'built');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('is stale before it was ever built, and fresh afterwards', () => {
  expect(isStale(root, target)).toBe(true);
  writeStamp(root, target);
  expect(isStale(root, target)).toBe(false);
});

it('is fresh when only times changed, as after a checkout', () => {
  writeStamp(root, target);
  utimesSync(join(root, 'config.ts'), 1, 1);
  expect(isStale(root, target)).toBe(false);
});

it.each([
  ['a file changed', () => writeFileSync(join(root, 'source', 'deep', 'a.ts'), 'b, and longer')],
  ['a file came', () => writeFileSync(join(root, 'source', 'b.ts'), '')],
  ['a file went', () => rmSync(join(root, 'config.ts'))],
  ['what was built is gone', () => rmSync(join(root, 'out', 'main.js'))],
  ['the stamp is no stamp', () => writeFileSync(join(root, 'out', '.stamp-main.json'), '{')],
])('is stale when %s', (_name, change) => {
  writeStamp(root, target);
  change();
  expect(isStale(root, target)).toBe(true);
});

it('knows a machine on which no window can be opened', () => {
  expect(noWindowReason({}, 'linux')).toContain('no display');
  expect(noWindowReason({}, 'win32')).toBeNull();
  expect(noWindowReason({}, 'darwin')).toBeNull();
});
