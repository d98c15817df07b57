import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../database/backup/swap.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** What was found of the college's own database. */
const damageSchema = z.object({
  foundAt: z.iso.datetime(),
  /**
   * `unreadable`: it could not be opened and lies in `aside`; an empty one is open, into which nothing is written.
   * `damaged`: it is open, and parts of it cannot be read. `changes_lost`: it is whole, and older than it was.
   */
  kind: z.enum(['unreadable', 'damaged', 'changes_lost']),
  /** Folder inside the data folder. */
  aside: z
    .string()
    .regex(/^damaged\/[\w-]+$/)
    .nullable(),
});
export type Damage = z.infer<typeof damageSchema>;

const schema = z.object({
  /** A folder on another disk or a stick, with the id that its marker file carries. */
  secondPlace: z
    .object({ path: z.string(), id: z.uuid(), copiedAt: z.iso.datetime().nullable() })
    .nullable()
    .catch(null),
  /** Locks the backups; the database beside it is readable anyway, so the key may lie here. */
  key: z
    .object({
      key: hex(32),
      kdf: z.object({
        name: z.literal('scrypt'),
        N: z.number(),
        r: z.number(),
        p: z.number(),
        salt: hex(16),
      }),
      wrappedKey: z.object({ iv: hex(12), data: hex(32), tag: hex(16) }),
    })
    .nullable(),
  /** When the last restore into place was, and where the former state lies. */
  restored: z
    .object({ at: z.iso.datetime(), aside: z.string(), fileName: z.string() })
    .nullable()
    .catch(null),
  /** Damage was found and nothing has been restored since: old backups are not deleted meanwhile. */
  /** Day of the last backup, and the newest action inside. */
  lastBackup: z.object({ day: z.string(), lastWork: z.string().nullable() }).nullable().catch(null),
  damage: damageSchema.nullable().catch(null),
});
export type BackupSettings = z.infer<typeof schema>;

const NONE: BackupSettings = { secondPlace: null, key: null, restored: null, lastBackup: null, damage: null };

/** What belongs to the backups of this computer; not part of the backups themselves. */
export class BackupSettingsFile {
  readonly #file: string;
  #values: BackupSettings;

  private constructor(file: string, values: BackupSettings) {
    this.#file = file;
    this.#values = values;
  }

  static open(dataFolder: string): BackupSettingsFile {
    const file = join(dataFolder, 'backup-settings.json');
    try {
      return new BackupSettingsFile(file, schema.parse(JSON.parse(readFileSync(file, 'utf8'))));
    } catch {
      // Missing at the first start; damaged: people set the place and the passphrase again.
      return new BackupSettingsFile(file, NONE);
    }
  }

  get values(): BackupSettings {
    return this.#values;
  }

  /** Changes and stores. */
  update(patch: Partial<BackupSettings>): void {
    this.#values = { ...this.#values, ...patch };
    replaceFile(this.#file, `${JSON.stringify(this.#values, null, 2)}\n`);
  }
}
