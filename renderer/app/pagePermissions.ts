import type { RouteName } from '#shared/contract/registry.ts';
import type { Permission } from '#shared/contract/route.ts';

/** Who may not do this does not see the page in the navigation; pages that are not here are everybody's. */
export const pagePermissions: Readonly<Record<string, Permission>> = {
  '/plan': 'training.read',
  '/training': 'training.read',
  '/progress': 'progress.read',
  '/insight': 'progress.read',
  '/selection': 'selection.read',
  '/students': 'people.read',
  '/experts': 'people.read',
  '/competencies': 'competencies.read',
  '/schemes': 'schemes.read',
  '/tasks': 'tasks.read',
  '/partners': 'partners.read',
  '/events': 'events.read',
  '/report': 'reports.read',
  '/base': 'base.read',
  '/history': 'history.read',
};

/** Pages below those of the navigation that read something else. */
export const innerPermissions: readonly (readonly [address: RegExp, permission: Permission])[] = [
  [/^\/settings\/backup/, 'backup.read'],
  [/^\/settings\/privacy/, 'privacy.read'],
  [/^\/settings\/update/, 'updates.install'],
  [/^\/students\/[^/]+\/data/, 'privacy.read'],
];

/** Pages that are there to write: without the command there is nothing to do on them. */
export const pageCommands: readonly (readonly [address: RegExp, command: RouteName])[] = [
  [/^\/students\/import/, 'exchange.importPeople'],
  [/^\/training\/import/, 'exchange.importResults'],
  [/^\/schemes\/[^/]+\/edit/, 'schemes.saveDraft'],
];

/** Whether an address leads to a page that who works now may not see, by what they may read and call. */
export function isRefusedPage(
  address: string,
  may: (permission: Permission) => boolean,
  mayCall: (command: string) => boolean,
): boolean {
  const top = pagePermissions[`/${address.split('/')[1] ?? ''}`];
  const inner = innerPermissions.find(([pattern]) => pattern.test(address))?.[1];
  const command = pageCommands.find(([pattern]) => pattern.test(address))?.[1];
  return (
    (top !== undefined && !may(top)) ||
    (inner !== undefined && !may(inner)) ||
    (command !== undefined && !mayCall(command))
  );
}
