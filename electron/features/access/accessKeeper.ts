import type { AccessState, Profile } from '#shared/contract/access.ts';
import { permissionsOf } from '#shared/domain/access/roleTable.ts';
import type { AccessMode } from '#shared/domain/access/roles.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Database } from '../../database/database.ts';
import type { CallActor } from '../../router/context.ts';
import { Refusal, found } from '../../router/refusal.ts';
import { refusedCommands } from '../../security/permissions.ts';
import {
  getCredential,
  listCompetencyLinks,
  listProfiles,
  noteFailure,
  noteSignIn,
  readAccessSetting,
  storeCredential,
  type AccessSetting,
} from './access.repository.ts';
import { hashSecret, isSecret, waitAfter, type SecretHash } from './secrets.ts';

/** What the keeper works with. */
export interface AccessTools {
  /** Gives the college's own database: profiles are the college's, also while the sample is on the screen. */
  withOwn<T>(body: (database: Database) => Promise<T>): Promise<T>;
  wallClock: () => number;
  /** Another person works now: every page asks everything again. */
  changed(): void;
  /** Rows of these tables changed. */
  wrote(entities: string[]): void;
}

export type ProfileFields = Pick<Profile, 'name' | 'role' | 'competencyIds' | 'expertId'>;

/** The one user of a computer without profiles. */
const SINGLE_PERSON: CallActor = {
  id: 'single-person',
  name: '',
  role: 'administrator',
  competencyIds: null,
  expertId: null,
};
/** Nobody has signed in. */
const NOBODY: CallActor = { id: 'nobody', name: '', role: 'nobody', competencyIds: [], expertId: null };

const DEFAULT_IDLE_MINUTES = 15;
const MS_PER_MINUTE = 60_000;

const kindOf = (secret: string): 'password' | 'pin' => (/^\d{6,12}$/.test(secret) ? 'pin' : 'password');

/** Knows who works with the program now: sign-in, lock, profiles. Nobody stays signed in over a start. */
export class AccessKeeper {
  readonly #tools: AccessTools;
  #mode: AccessMode = 'single';
  #profiles: Profile[] = [];
  #idleMinutes = DEFAULT_IDLE_MINUTES;
  #currentId: string | null = null;
  #lastCallAt = 0;

  constructor(tools: AccessTools) {
    this.#tools = tools;
  }

  /** Reads profiles and mode; after a start, a restore, and each change. */
  async load(): Promise<void> {
    await this.#tools.withOwn(async ({ db }) => {
      this.#profiles = await listProfiles(db);
      const mode = (await readAccessSetting(db, 'access_mode'))?.value;
      const hasAdministrator = this.#profiles.some((one) => one.active && one.role === 'administrator');
      // Without anybody who could let others in, the door stays open rather than shut for good.
      this.#mode = mode === 'profiles' && hasAdministrator ? 'profiles' : 'single';
      this.#idleMinutes = Number(
        (await readAccessSetting(db, 'access_idle_minutes'))?.value ?? DEFAULT_IDLE_MINUTES,
      );
    });
    if (!this.#current()) this.#currentId = null;
  }

  /** Who makes a call at this moment; a person who was idle for too long has been signed out. */
  actor(): CallActor {
    if (this.#mode === 'single') return SINGLE_PERSON;
    const now = this.#tools.wallClock();
    const isIdle = now - this.#lastCallAt > this.#idleMinutes * MS_PER_MINUTE;
    this.#lastCallAt = now;
    if (isIdle) this.#currentId = null;
    const profile = this.#current();
    if (!profile) return NOBODY;
    const { id, name, role, competencyIds, expertId } = profile;
    return { id, name, role, competencyIds: role === 'instructor' ? competencyIds : null, expertId };
  }

  state(): AccessState {
    const actor = this.actor();
    const person = this.#current();
    const isIn = actor.role !== 'nobody';
    return {
      mode: this.#mode,
      person: person && { id: person.id, name: person.name, role: person.role },
      names: this.#mode === 'single' ? [] : this.#choices(),
      permissions: isIn && actor.role !== 'nobody' ? permissionsOf(actor.role) : [],
      refusedCommands: refusedCommands(actor.role),
      competencyIds: actor.role === 'instructor' && actor.competencyIds ? [...actor.competencyIds] : null,
      idleMinutes: this.#idleMinutes,
    };
  }

  list(): Profile[] {
    return this.#profiles;
  }

  /** @throws Refusal `sign_in_wrong`, `sign_in_wait` with the seconds that are left */
  async signIn(profileId: string, secret: string): Promise<void> {
    const profile = this.#profiles.find((one) => one.id === profileId && one.active);
    if (!profile) throw new Refusal('sign_in_wrong', 'no such person');
    await this.#prove(profileId, secret);
    this.#currentId = profileId;
    this.#lastCallAt = this.#tools.wallClock();
    this.#tools.changed();
  }

  signOut(): void {
    this.#currentId = null;
    this.#tools.changed();
  }

  /** Makes the first administrator and signs in. @throws Refusal `conflict` when there are profiles */
  async startProfiles(name: string, secret: string): Promise<void> {
    if (this.#mode === 'profiles') throw new Refusal('conflict', 'profiles are in use');
    const fields: ProfileFields = { name, role: 'administrator', competencyIds: [], expertId: null };
    const id = await this.createProfile(fields, secret);
    await this.#writeSetting('access.startProfiles', 'access_mode', 'profiles');
    const at = new Date(this.#tools.wallClock()).toISOString();
    await this.#tools.withOwn(({ db }) => noteSignIn(db, id, at));
    await this.load();
    this.#currentId = id;
    this.#lastCallAt = this.#tools.wallClock();
    this.#tools.changed();
  }

  async stopProfiles(): Promise<void> {
    await this.#writeSetting('access.stopProfiles', 'access_mode', 'single');
    this.#currentId = null;
    this.#tools.changed();
  }

  async setIdleMinutes(minutes: number): Promise<void> {
    await this.#writeSetting('access.setIdleMinutes', 'access_idle_minutes', String(minutes));
  }

  /** @returns id of the profile */
  async createProfile(fields: ProfileFields, secret: string): Promise<string> {
    const hash = await hashSecret(secret);
    return this.#commit('access.createProfile', async (work) => {
      const newId = work.newId();
      work.insert('profiles', {
        id: newId,
        name: fields.name,
        role: fields.role,
        expert_id: fields.expertId,
        active: 1,
      });
      await setCompetencies(work, newId, fields.competencyIds);
      await storeCredential(work.db, newId, { kind: kindOf(secret), hash });
      return newId;
    });
  }

  /** @throws Refusal `last_administrator` when nobody would be left who could let others in */
  async updateProfile(
    id: string,
    fields: ProfileFields & { active: boolean },
    secret: string | undefined,
  ): Promise<void> {
    const others = this.#profiles.filter(
      (one) => one.id !== id && one.active && one.role === 'administrator',
    );
    if (others.length === 0 && (!fields.active || fields.role !== 'administrator')) {
      throw new Refusal('last_administrator', 'the last administrator stays');
    }
    const hash = secret === undefined ? null : await hashSecret(secret);
    await this.#commit('access.updateProfile', async (work) => {
      const { name, role, expertId, active } = fields;
      const patch = { name, role, expert_id: expertId, active: active ? 1 : 0 };
      found((await work.update('profiles', id, patch)) ? true : null, 'profile');
      await setCompetencies(work, id, fields.competencyIds);
      if (hash && secret !== undefined) await storeCredential(work.db, id, { kind: kindOf(secret), hash });
    });
  }

  /** @throws Refusal `sign_in_wrong`, `sign_in_wait`, `not_found` when nobody is signed in */
  async changeSecret(oldSecret: string, newSecret: string): Promise<void> {
    const { id } = found(this.#current(), 'profile');
    await this.#prove(id, oldSecret);
    const secret = { kind: kindOf(newSecret), hash: await hashSecret(newSecret) };
    await this.#tools.withOwn(({ db }) => storeCredential(db, id, secret));
    await this.load();
  }

  #current(): Profile | null {
    return this.#profiles.find((one) => one.id === this.#currentId && one.active) ?? null;
  }

  #choices(): AccessState['names'] {
    return this.#profiles
      .filter(({ active }) => active)
      .map(({ id, name, secretKind }) => ({ id, name, secretKind }));
  }

  async #prove(profileId: string, secret: string): Promise<void> {
    const now = this.#tools.wallClock();
    await this.#tools.withOwn(async ({ db }) => {
      const credential = found(await getCredential(db, profileId), 'profile');
      const since = now - Date.parse(credential.last_failure_at ?? '1970-01-01T00:00:00Z');
      const wait = waitAfter(credential.failures) - Math.max(0, since) / 1000;
      if (wait > 0) throw new Refusal('sign_in_wait', 'too many failures', { count: Math.ceil(wait) });
      const at = new Date(now).toISOString();
      if (!(await isSecret(secret, JSON.parse(credential.hash_json) as SecretHash))) {
        await noteFailure(db, profileId, at);
        throw new Refusal('sign_in_wrong', 'the secret does not fit');
      }
      await noteSignIn(db, profileId, at);
    });
  }

  async #writeSetting(action: string, name: AccessSetting, value: string): Promise<void> {
    await this.#commit(action, async (work) => {
      const known = await readAccessSetting(work.db, name);
      if (known) await work.update('settings', known.id, { value });
      else work.insert('settings', { id: work.newId(), name, value });
    });
  }

  async #commit<T>(name: string, body: (work: Work) => Promise<T>): Promise<T> {
    // Not undoable: Ctrl+Z must never open or shut the door.
    const header = { name, actor: this.actor(), undoable: false };
    const { value, entities } = await this.#tools.withOwn((database) => database.commit(header, body));
    await this.load();
    this.#tools.wrote(entities);
    return value;
  }
}

async function setCompetencies(work: Work, profileId: string, wanted: readonly string[]): Promise<void> {
  const links = await listCompetencyLinks(work.db, profileId);
  for (const link of links) {
    if (!wanted.includes(link.competency_id)) await work.remove('profile_competencies', link.id);
  }
  const known = new Set(links.map((link) => link.competency_id));
  for (const competencyId of new Set(wanted)) {
    if (known.has(competencyId)) continue;
    work.insert('profile_competencies', {
      id: work.newId(),
      profile_id: profileId,
      competency_id: competencyId,
    });
  }
}
