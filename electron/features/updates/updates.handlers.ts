import { createHash, type KeyObject } from 'node:crypto';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { inspectUpdate, unpackUpdate, type UpdateSurroundings } from '../../updates/updateFile.ts';

/** What the handlers of updates work with. */
export interface UpdateTools {
  /** The publisher's key; null: none was built in. */
  publicKey: KeyObject | null;
  version: string;
  /** Where a verified installer is put. */
  folder: string;
  /** A backup before the program is exchanged for another one. */
  backUp: () => Promise<void>;
  /** Shows a file in the system's file manager; does nothing where there is no desktop. */
  showFile: (path: string) => void;
}

/** The key as people compare it: sixteen groups of four. */
function fingerprintOf(key: KeyObject): string {
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return digest.match(/.{4}/g)?.join(' ') ?? '';
}

/** Update files: looked at, checked, handed over. Nothing calls home, nothing is started by the program. */
export function createUpdateHandlers(tools: UpdateTools): FeatureHandlers<'updates'> {
  const { publicKey, version } = tools;
  const around: UpdateSurroundings = { publicKey, version, platform: process.platform, arch: process.arch };
  return {
    'updates.getState': () => ({ version, fingerprint: publicKey && fingerprintOf(publicKey) }),
    'updates.inspect': async ({ path }) => {
      const { format: _, ...header } = (await inspectUpdate(path, around)).header;
      return { ...header, currentVersion: version };
    },
    'updates.prepare': async ({ path }) => {
      const update = await inspectUpdate(path, around);
      await tools.backUp();
      const installer = await unpackUpdate(path, update, tools.folder);
      tools.showFile(installer);
      return { installer };
    },
  };
}
