import { permissions, type Permission } from '#shared/contract/route.ts';

/** Roles of people on a shared laptop. */
export type Role = 'administrator';

const table: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  administrator: new Set(permissions),
};

/** Whether a role has a permission. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return table[role].has(permission);
}
