import { permissions, type Permission } from '../../contract/route.ts';
import type { Role } from './roles.ts';

/*
 * Who may do what: one letter a role, in the order administrator, coordinator, instructor, judge, viewer; a dot where
 * the role may not. A route has one permission (shared/contract), so this table and the registry together say of each
 * route who may call it; a test walks all of them and writes them down (tests/integration/access/rolesByRoute.txt). What
 * an instructor or a judge may write is narrowed further, record by record (electron/features/access/recordRule.ts).
 */
const TABLE: Readonly<Record<string, string>> = {
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
  'base.read': 'A C I J V',
  'base.write': 'A C I . .',
  'partners.read': 'A C I . V',
  'partners.write': 'A C . . .',
  'events.read': 'A C I J V',
  'events.write': 'A C I . .',
  'tasks.read': 'A C I J V',
  'tasks.write': 'A C I . .',
  'reports.read': 'A C I . V',
  'history.read': 'A C I . .',
  'history.write': 'A C I . .',
  'sample.write': 'A C . . .',
  'privacy.read': 'A C . . .',
  'privacy.write': 'A C . . .',
  'privacy.erase': 'A . . . .',
  'backup.read': 'A C . . .',
  'backup.write': 'A . . . .',
  'updates.install': 'A . . . .',
};

const LETTERS: Readonly<Record<Role, string>> = {
  administrator: 'A',
  coordinator: 'C',
  instructor: 'I',
  judge: 'J',
  viewer: 'V',
};

/** A permission that is not in the table yet: the door stays shut for the others. A test finds it. */
const NOT_YET = 'A C . . .';

/** Whether the table says who has a permission. */
export const isInTable = (permission: Permission): boolean => TABLE[permission] !== undefined;

/** Whether a role has a permission. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return (TABLE[permission] ?? NOT_YET).includes(LETTERS[role]);
}

/** All permissions of a role. */
export function permissionsOf(role: Role): Permission[] {
  return permissions.filter((permission) => isAllowed(role, permission));
}
