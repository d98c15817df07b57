import type { Kysely } from 'kysely';
import type { Profile } from '#shared/contract/access.ts';
import type { Role } from '#shared/domain/access/roles.ts';
import type { CredentialTable } from '../../database/schema/safety.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { SecretHash } from './secrets.ts';

type Db = Kysely<Schema>;

/** All profiles with their competencies, also those that may not sign in. */
export async function listProfiles(db: Db): Promise<Profile[]> {
  const rows = await db
    .selectFrom('profiles')
    .innerJoin('credentials', 'credentials.profile_id', 'profiles.id')
    .select(['profiles.id', 'profiles.name', 'profiles.role', 'profiles.expert_id', 'profiles.active'])
    .select(['credentials.kind', 'credentials.last_sign_in_at'])
    .where('profiles.deleted_at', 'is', null)
    .execute();
  const links = await db
    .selectFrom('profile_competencies')
    .select(['profile_id', 'competency_id'])
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role as Role,
    expertId: row.expert_id,
    active: row.active === 1,
    secretKind: row.kind === 'pin' ? 'pin' : 'password',
    lastSignInAt: row.last_sign_in_at,
    competencyIds: links.filter((link) => link.profile_id === row.id).map((link) => link.competency_id),
  }));
}

/** Links of a profile to its competencies. */
export async function listCompetencyLinks(
  db: Db,
  profileId: string,
): Promise<{ id: string; competency_id: string }[]> {
  return db
    .selectFrom('profile_competencies')
    .select(['id', 'competency_id'])
    .where('profile_id', '=', profileId)
    .where('deleted_at', 'is', null)
    .execute();
}

/** @returns undefined when there is none */
export async function getCredential(db: Db, profileId: string): Promise<CredentialTable | undefined> {
  return db.selectFrom('credentials').selectAll().where('profile_id', '=', profileId).executeTakeFirst();
}

/** Puts a password or PIN in the place of the former one. */
export async function storeCredential(
  db: Db,
  profileId: string,
  secret: { kind: 'password' | 'pin'; hash: SecretHash },
): Promise<void> {
  const values = {
    kind: secret.kind,
    hash_json: JSON.stringify(secret.hash),
    failures: 0,
    last_failure_at: null,
  };
  const known = await getCredential(db, profileId);
  if (known) await db.updateTable('credentials').set(values).where('profile_id', '=', profileId).execute();
  else {
    await db
      .insertInto('credentials')
      .values({ profile_id: profileId, last_sign_in_at: null, ...values })
      .execute();
  }
}

/** Counts a failure, so that the next try has to wait. */
export async function noteFailure(db: Db, profileId: string, at: string): Promise<void> {
  await db
    .updateTable('credentials')
    .set((select) => ({ failures: select('failures', '+', 1), last_failure_at: at }))
    .where('profile_id', '=', profileId)
    .execute();
}

/** The right word was said: failures are forgotten. */
export async function noteSignIn(db: Db, profileId: string, at: string): Promise<void> {
  await db
    .updateTable('credentials')
    .set({ failures: 0, last_failure_at: null, last_sign_in_at: at })
    .where('profile_id', '=', profileId)
    .execute();
}

/** Names of the settings of this feature. */
export type AccessSetting = 'access_mode' | 'access_idle_minutes';

/** The row of a setting; undefined when it was never set. */
export async function readAccessSetting(
  db: Db,
  name: AccessSetting,
): Promise<{ id: string; value: string } | undefined> {
  return db
    .selectFrom('settings')
    .select(['id', 'value'])
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();
}
