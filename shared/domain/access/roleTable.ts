import type { Permission } from '../../contract/route.ts';
import type { Role } from './roles.ts';

/*
 * Who may do what: one letter a role, in the order administrator, coordinator, instructor, judge, viewer; a dot where
 * the role may not. A route has one permission (shared/contract), so this table and the registry together say of each
 * route who may call it; a test walks all of them. What an instructor or a judge may write is narrowed further, record
 * by record (electron/features/access/recordRule.ts).
 */
const TABLE: Readonly<Record<Permission, string>> = {
  'app.open': 'A C I J V',
  'app.read': 'A C I J V',
  'settings.write': 'A C . . .',
  'profiles.write': 'A . . . .',
  'people.read': 'A C I J V',
  'people.write': 'A C I . .',
  'competencies.read': 'A C I J V',
  'competencies.write': 'A C I . .',
  'schemes.read': 'A C I J V',
  'schemes.write': 'A C I . .',
  'training.read': 'A C I J V',
  'training.write': 'A C I . .',
  'assessment.read': 'A C I J V',
  'assessment.write': 'A C I J .',
  'contest.write': 'A C I . .',
  'progress.read': 'A C I . V',
  'selection.read': 'A C I . V',
  'selection.write': 'A C . . .',
  'attachments.read': 'A C I J V',
  'attachments.write': 'A C I . .',
  'history.read': 'A C I . .',
  'history.write': 'A C I . .',
  'sample.write': 'A C . . .',
  'privacy.read': 'A C . . .',
  'privacy.write': 'A C . . .',
  'privacy.erase': 'A . . . .',
  'backup.read': 'A C . . .',
  'backup.write': 'A . . . .',
};

const LETTERS: Readonly<Record<Role, string>> = {
  administrator: 'A',
  coordinator: 'C',
  instructor: 'I',
  judge: 'J',
  viewer: 'V',
};

/** Whether a role has a permission. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return TABLE[permission].includes(LETTERS[role]);
}

/** All permissions of a role. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(TABLE) as Permission[]).filter((permission) => isAllowed(role, permission));
}
