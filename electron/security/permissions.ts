import { registry } from '#shared/contract/registry.ts';
import type { Permission } from '#shared/contract/route.ts';
import { isAllowed as isRoleAllowed } from '#shared/domain/access/roleTable.ts';
import type { Role } from '#shared/domain/access/roles.ts';

/** Who calls: a role, or nobody, before the sign-in. */
export type CallerRole = Role | 'nobody';

/** Whether a caller has a permission. Nobody may look at the door and sign in. */
export function isAllowed(role: CallerRole, permission: Permission): boolean {
  return role === 'nobody' ? permission === 'app.open' : isRoleAllowed(role, permission);
}

/** Names of the commands that a caller may not call, from the same table that the router asks. */
export function refusedCommands(role: CallerRole): string[] {
  return Object.entries(registry)
    .filter(([, { kind, permission }]) => kind === 'command' && !isAllowed(role, permission))
    .map(([name]) => name);
}
