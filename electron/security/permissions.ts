import type { Permission } from '#shared/contract/route.ts';
import { isAllowed as isRoleAllowed } from '#shared/domain/access/roleTable.ts';
import type { Role } from '#shared/domain/access/roles.ts';

/** Who calls: a role, or nobody, before the sign-in. */
export type CallerRole = Role | 'nobody';

/** Whether a caller has a permission. Nobody may look at the door and sign in. */
export function isAllowed(role: CallerRole, permission: Permission): boolean {
  return role === 'nobody' ? permission === 'app.open' : isRoleAllowed(role, permission);
}
