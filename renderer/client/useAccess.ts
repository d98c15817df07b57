import type { AccessState } from '#shared/contract/access.ts';
import type { Permission } from '#shared/contract/route.ts';
import { useRouteQuery } from './queries.ts';

/** Who works with the program and what they may do; null until it is known. */
export function useAccess(): AccessState | null {
  return useRouteQuery('access.getState', {}).data ?? null;
}

/** Whether who works now may do this: what they may not is not shown. Main checks it again at each call. */
export function useMay(permission: Permission): boolean {
  return useAccess()?.permissions.includes(permission) ?? false;
}
