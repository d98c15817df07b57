/** What a backup was made for; part of its file name. */
export const backupKinds = [
  'automatic',
  'manual',
  'before_migration',
  'before_import',
  'before_restore',
  'before_erasure',
  'before_update',
] as const;
export type BackupKind = (typeof backupKinds)[number];

/** What the name of a backup says. */
export interface BackupName {
  fileName: string;
  kind: BackupKind;
  /** Moment it was made, ISO-8601 UTC. */
  madeAt: string;
}

/** Ending of Shyng's own backup files. */
export const BACKUP_ENDING = '.shyng';

const NAME = /^shyng-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})-(\d{3})Z-([a-z_]+)\.(?:shyng|sqlite)$/;

const isKind = (text: string | undefined): text is BackupKind => backupKinds.some((kind) => kind === text);

/** The name of a backup: sorts by the moment it was made. @param ending with its dot */
export function formatBackupName(kind: BackupKind, madeAt: Date, ending: string = BACKUP_ENDING): string {
  const stamp = madeAt.toISOString().replaceAll(':', '').replace('.', '-');
  return `shyng-${stamp}-${kind}${ending}`;
}

/** @returns null when it is not the name of a backup */
export function parseBackupName(fileName: string): BackupName | null {
  const parts = NAME.exec(fileName);
  if (!parts) return null;
  const [, day = '', hour = '', minute = '', second = '', ms = '', kind] = parts;
  const madeAt = `${day}T${hour}:${minute}:${second}.${ms}Z`;
  if (!isKind(kind) || Number.isNaN(Date.parse(madeAt))) return null;
  return { fileName, kind, madeAt };
}
