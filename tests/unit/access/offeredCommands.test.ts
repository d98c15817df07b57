import { expect, test } from 'vitest';
import { isRouteName, registry } from '#shared/contract/registry.ts';
import type { Permission } from '#shared/contract/route.ts';
import { isAllowed } from '#shared/domain/access/roleTable.ts';
import { roles } from '#shared/domain/access/roles.ts';
import { innerPermissions, pageCommands } from '../../../renderer/app/pagePermissions.ts';
import { listRendererSources } from '../../helpers/rendererSources.ts';

/** Where a page sends a command. */
const SENT = /(?:useCommand|client\.call)\(\s*'([\w.]+)'/g;
/** Where a control asks whether it may be there: `Allowed`, `EditOnly`, a form, or the hook. */
const ASKED = /(?:command=(?:"|\{')|useMayCall\(')([\w.]+)|refusedCommands\.includes\('([\w.]+)'/g;

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name, other = '']) => name ?? other);

/** What some role may not do; who may do it is asked for each control. */
const isForSome = (permission: Permission): boolean => roles.some((role) => !isAllowed(role, permission));

const permissionOf = (name: string): Permission | null =>
  isRouteName(name) ? registry[name].permission : null;

/** Pages that are for some roles only and show nothing to the others: where their parts lie, and by what. */
const GUARDED: readonly (readonly [folder: string, permission: Permission])[] = [
  ['renderer/features/access/', 'profiles.write'],
  ['renderer/features/privacy/', 'privacy.read'],
  ['renderer/features/settings/components/UpdatePage.tsx', 'updates.install'],
];

/** Whether everybody who sees the page of a part may also do what it sends. */
const isGuarded = (path: string, name: string): boolean =>
  pageCommands.some(([, command]) => command === name) ||
  GUARDED.some(([folder, permission]) => {
    const seers = roles.filter((role) => isAllowed(role, permission));
    const needed = permissionOf(name);
    return path.startsWith(folder) && needed !== null && seers.every((role) => isAllowed(role, needed));
  });

const sources = listRendererSources().map(({ path, tree }) => ({ path, text: tree.getFullText() }));

/** The file itself and those that draw what is in it. */
const around = (path: string): string[] => {
  const imported = `/${path.split('/').at(-1) ?? ''}'`;
  return sources.filter((one) => one.path === path || one.text.includes(imported)).map(({ text }) => text);
};

test('each command that some role may not call is asked for where it is offered', () => {
  const unasked: string[] = [];
  for (const { path, text } of sources) {
    for (const name of namesIn(text, SENT)) {
      if (!isRouteName(name) || registry[name].kind !== 'command') continue;
      const { permission } = registry[name];
      if (!isForSome(permission) || isGuarded(path, name)) continue;
      const asked = around(path)
        .flatMap((one) => namesIn(one, ASKED))
        .map(permissionOf);
      if (!asked.includes(permission)) unasked.push(`${path}: ${name}`);
    }
  }
  expect(unasked).toEqual([]);
});

test('what is asked for is a command that there is', () => {
  const asked = sources.flatMap(({ text }) => namesIn(text, ASKED));
  expect(asked.length).toBeGreaterThan(150);
  for (const name of asked) {
    expect(`${name} ${isRouteName(name) ? registry[name].kind : 'is no route'}`).toBe(`${name} command`);
  }
});

test('pages that only some may see are refused at their address', () => {
  const guards = innerPermissions.map(([, permission]) => permission);
  expect(guards).toEqual(expect.arrayContaining(['privacy.read', 'updates.install', 'backup.read']));
});
