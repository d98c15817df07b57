import { z } from 'zod';
import { backupKinds } from '#shared/domain/backup/backupName.ts';
import { historyAction } from './app.ts';
import { command, query } from './route.ts';
import { done, moment, nothing } from './values.ts';

const count = z.number().int().min(0);

const counts = z.object({ students: count, sessions: count, attempts: count, marks: count, actions: count });
export type BackupCounts = z.infer<typeof counts>;

const backupFile = z.object({
  fileName: z.string(),
  kind: z.enum(backupKinds),
  madeAt: moment,
  bytes: count,
  encrypted: z.boolean(),
  /** Null in plain copies made before a migration. */
  counts: counts.nullable(),
  lastActionAt: moment.nullable(),
  /** False: its header cannot be read. */
  readable: z.boolean(),
});
export type BackupFile = z.infer<typeof backupFile>;

/** What was found of the college's data; a restore ends it. */
const damage = z.object({
  foundAt: moment,
  kind: z.enum(['unreadable', 'damaged', 'changes_lost']),
});

/** A path as people type or paste it. */
const path = z.string().trim().min(1).max(1000);
/** Names of our own files only. */
const fileName = z.string().regex(/^shyng-[\dTZ_a-z-]+\.(?:shyng|sqlite)$/);
/** Under this name the progress of a long call is told. */
const task = z.string().min(1).max(100);

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own'), fileName }),
  z.strictObject({ kind: z.literal('second'), fileName }),
  /** A file that people name themselves. */
  z.strictObject({ kind: z.literal('path'), path }),
]);
export type BackupSource = z.infer<typeof source>;

const secondPlace = z.object({
  path: z.string(),
  /** Whether the stick or the disk is there now. */
  present: z.boolean(),
  copiedAt: moment.nullable(),
  backups: z.array(backupFile),
});

const READING = ['backup_not_found', 'backup_damaged', 'backup_newer'] as const;

export const backupRoutes = {
  /** What the program wants people to know on every screen. */
  'backup.getNotice': query({
    permission: 'app.read',
    input: nothing,
    output: z.object({
      /** A backup is looked at instead of the college's data. */
      viewing: z.object({ fileName: z.string(), madeAt: moment.nullable() }).nullable(),
      /** The disk or the rights allow only reading. */
      isReadOnly: z.boolean(),
      damage: damage.nullable(),
    }),
  }),
  'backup.getStatus': query({
    permission: 'backup.read',
    input: nothing,
    output: z.object({
      folder: z.string(),
      backups: z.array(backupFile),
      secondPlace: secondPlace.nullable(),
      /** Sticks and disks that are there now. */
      mounts: z.array(z.string()),
      encrypted: z.boolean(),
      /** The last restore, which can be taken back. */
      restored: z.object({ at: moment, fileName: z.string() }).nullable(),
      damage: damage.nullable(),
    }),
  }),
  'backup.make': command({
    permission: 'backup.write',
    input: z.strictObject({ task }),
    output: z.object({ fileName: z.string() }),
    errors: ['backup_damaged'],
  }),
  'backup.remove': command({
    permission: 'backup.write',
    input: z.strictObject({ fileName }),
    output: done,
    errors: ['not_found'],
  }),
  /** Unpacks and proves a backup aside and compares it with what is there now. Nothing is changed. */
  'backup.preview': command({
    permission: 'backup.write',
    input: z.strictObject({
      source,
      /** Passphrase or recovery code of an encrypted backup that another computer made. */
      secret: z.string().max(500).optional(),
      task,
    }),
    output: z.object({
      previewId: z.uuid(),
      fileName: z.string(),
      encrypted: z.boolean(),
      lastActionAt: moment.nullable(),
      counts,
      /** Null: the database is damaged and cannot be counted. */
      countsNow: counts.nullable(),
      /** Actions that are here and not in the backup: a restore takes them away. */
      lost: z.object({
        count,
        newest: z.array(historyAction),
        /** How many of them a restore can do once more from the damaged log. */
        recoverable: count,
      }),
      /** Actions that are in the backup and not here: a restore brings them back. */
      gained: count,
    }),
    errors: [...READING, 'backup_passphrase_needed', 'backup_passphrase_wrong'],
  }),
  /** Puts the previewed backup in the place of what is there now, which is kept. */
  'backup.restore': command({
    permission: 'backup.write',
    input: z.strictObject({ previewId: z.uuid() }),
    output: z.object({
      /** After damage: actions that were brought forward from the damaged log. */
      recovered: count,
      /** After damage: actions that are known by name and could not be brought back. */
      missing: z.array(historyAction),
    }),
    errors: READING,
  }),
  /**
   * Writes all of the college as an open, documented format (NDJSON and attachments in a zip). The archive is previewed
   * and restored like a backup.
   */
  'backup.exportCollege': command({
    permission: 'backup.write',
    input: z.strictObject({
      /** Full path of a folder; without it the folder of exports beside the data. */
      folder: path.optional(),
      task,
    }),
    output: z.object({ path: z.string() }),
    errors: ['place_not_writable'],
  }),
  /** After damage: goes on with what there is, without a restore. */
  'backup.acceptDamage': command({ permission: 'backup.write', input: nothing, output: done }),
  /** Puts back what was there before the last restore. */
  'backup.undoRestore': command({
    permission: 'backup.write',
    input: nothing,
    output: done,
    errors: ['backup_not_found'],
  }),
  /** Unpacks the previewed backup as a data folder of its own, in a new or empty folder. */
  'backup.restoreBeside': command({
    permission: 'backup.write',
    input: z.strictObject({ previewId: z.uuid(), folder: path }),
    output: done,
    errors: [...READING, 'folder_not_empty', 'place_not_writable'],
  }),
  /** Shows the previewed backup instead of the college's data; nothing can be written meanwhile. */
  'backup.openView': command({
    permission: 'backup.write',
    input: z.strictObject({ previewId: z.uuid() }),
    output: done,
    errors: READING,
  }),
  'backup.closeView': command({ permission: 'app.read', input: nothing, output: done }),
  /** Null: no second place. Copies the newest backup there at once. */
  'backup.setSecondPlace': command({
    permission: 'backup.write',
    input: z.strictObject({ path: path.nullable() }),
    output: done,
    errors: ['place_not_writable'],
  }),
  /** Backups are encrypted from now on. @returns the code of the recovery sheet; null: not encrypted any more */
  'backup.setPassphrase': command({
    permission: 'backup.write',
    input: z.strictObject({ passphrase: z.string().min(8).max(500).nullable() }),
    output: z.object({ recoveryCode: z.string().nullable() }),
  }),
  /** The code for the recovery sheet; null when backups are not encrypted. */
  'backup.getRecoveryCode': query({
    permission: 'backup.write',
    input: nothing,
    output: z.object({ recoveryCode: z.string().nullable() }),
  }),
};
