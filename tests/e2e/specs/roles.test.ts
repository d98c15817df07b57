import { expect } from 'vitest';
import type { Role } from '#shared/domain/access/roles.ts';
import { browserOnly, type RunningApp } from '../fixtures.ts';
import { listAddresses, Walk } from '../roleWalk.ts';

const SECRET = '123456';
/** Milliseconds: it goes through the whole program, several times. */
const TIMEOUT = 400_000;

/** Profiles in the college whose sample is open; the administrator is signed in afterwards. */
async function addProfiles(app: RunningApp, roles: readonly Role[]): Promise<Map<Role, string>> {
  await app.call('access.startProfiles', { name: 'Айгүл', secret: 'жеті қазына' });
  const ids = new Map<Role, string>();
  for (const role of roles) {
    const profile = { name: role, role, competencyIds: [], expertId: null, secret: SECRET };
    ids.set(role, (await app.call('access.createProfile', profile)).id);
  }
  return ids;
}

browserOnly('what a role may not do is not offered', (test) => {
  test(
    'on no page, for who looks, judges or instructs elsewhere',
    async ({ start }) => {
      const app = await start({ sample: true });
      const { page } = app;
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      const addresses = await listAddresses(app);
      const roles = ['viewer', 'judge', 'instructor'] as const;
      const ids = await addProfiles(app, roles);
      const walk = new Walk(page);
      const offered: string[] = [];
      for (const role of roles) {
        walk.goAs(role);
        await app.call('access.signIn', { profileId: ids.get(role) ?? '', secret: SECRET });
        await page.getByRole('button', { name: new RegExp(`^${role}:`) }).waitFor();
        // What the page of the person before asked once more at the change is no offer to this one.
        await walk.settle();
        // An instructor of nothing that is here may do much elsewhere; in others' sessions nothing.
        const isOthers = (address: string): boolean => /^\/(?:training|assessment)\/./.test(address);
        for (const address of role === 'instructor' ? addresses.filter(isOthers) : addresses) {
          const before = walk.refused.length;
          await app.goto(address);
          await walk.settle();
          const refused = walk.refused.slice(before);
          if (refused.length > 0) offered.push(`${role} ${address} asks ${refused.join(', ')}`);
          offered.push(...(await walk.press(address)).map((what) => `${role} ${what}`));
        }
      }
      expect(offered).toEqual([]);
    },
    TIMEOUT,
  );
});
