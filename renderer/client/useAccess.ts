import { useContext } from 'react';
import type { AccessState } from '#shared/contract/access.ts';
import type { RouteName } from '#shared/contract/registry.ts';
import type { Permission } from '#shared/contract/route.ts';
import { CommandAccess } from '../ui/commandAccess.ts';
import { useRouteQuery } from './queries.ts';

/** Who works with the program and what they may do; null until it is known. */
export function useAccess(): AccessState | null {
  return useRouteQuery('access.getState', {}).data ?? null;
}

/** Whether who works now may do this: what they may not is not shown. Main checks it again at each call. */
export function useMay(permission: Permission): boolean {
  return useAccess()?.permissions.includes(permission) ?? false;
}

/**
 * Whether who works now may call a command: by the role, and inside `OfCompetency` by the record. `Allowed` and
 * `EditOnly` hide and close controls by it, forms of `FormDrawer` by themselves.
 */
export function useMayCall(command: RouteName): boolean {
  return useContext(CommandAccess)(command);
}
