import type { KeyObject } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/**
 * A copy of the built program into which a publisher's key is built, as the publisher does it: `resources/update-key.pem`.
 * The program itself knows no other way to be given a key.
 */
export function copyProgram(publisherKey: KeyObject): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'shyng-program-'));
  for (const part of ['out', 'resources', 'package.json']) {
    cpSync(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const key = publisherKey.export({ type: 'spki', format: 'pem' });
  writeFileSync(join(folder, 'resources', 'update-key.pem'), key);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
