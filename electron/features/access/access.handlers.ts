import type { FeatureHandlers } from '../../router/handlers.ts';
import type { AccessKeeper } from './accessKeeper.ts';

/** Sign-in and profiles. */
export function createAccessHandlers(keeper: AccessKeeper): FeatureHandlers<'access'> {
  const done = (): Record<string, never> => ({});
  return {
    'access.getState': () => keeper.state(),
    'access.signIn': ({ profileId, secret }) => keeper.signIn(profileId, secret).then(done),
    'access.signOut': () => {
      keeper.signOut();
      return {};
    },
    'access.startProfiles': ({ name, secret }) => keeper.startProfiles(name, secret).then(done),
    'access.stopProfiles': () => keeper.stopProfiles().then(done),
    'access.listProfiles': () => ({ profiles: keeper.list() }),
    'access.createProfile': async ({ secret, ...fields }) => ({
      id: await keeper.createProfile(fields, secret),
    }),
    'access.updateProfile': ({ id, secret, ...fields }) =>
      keeper.updateProfile(id, fields, secret).then(done),
    'access.changeSecret': ({ oldSecret, newSecret }) => keeper.changeSecret(oldSecret, newSecret).then(done),
    'access.setIdleMinutes': ({ minutes }) => keeper.setIdleMinutes(minutes).then(done),
  };
}
