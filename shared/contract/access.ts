import { z } from 'zod';
import { accessModes, roles } from '#shared/domain/access/roles.ts';
import { permissions, command, query } from './route.ts';
import { done, filledLine, id, moment, nothing } from './values.ts';

const secretKinds = ['password', 'pin'] as const;

const profileFields = {
  name: filledLine,
  role: z.enum(roles),
  /** Competencies of an instructor: the only ones whose practice and marks the instructor may change. */
  competencyIds: z.array(id).max(200),
  /** The expert that this person is; a judge marks where this expert is in the team. */
  expertId: id.nullable(),
};

const profile = z.object({
  id,
  ...profileFields,
  active: z.boolean(),
  secretKind: z.enum(secretKinds),
  lastSignInAt: moment.nullable(),
});
export type Profile = z.infer<typeof profile>;

/** A password of at least 8 characters, or a PIN of 6 to 12 digits. */
const secret = z
  .string()
  .max(200)
  .refine((text) => text.length >= 8 || /^\d{6,12}$/.test(text), { message: 'too_short' });

const state = z.object({
  /** `single`: nobody signs in, who opens the program may do everything. */
  mode: z.enum(accessModes),
  /** Who is signed in; null: nobody, or the program works for a single person. */
  person: z.object({ id, name: z.string(), role: z.enum(roles) }).nullable(),
  /** Names to choose from at the sign-in. */
  names: z.array(z.object({ id, name: z.string(), secretKind: z.enum(secretKinds) })),
  /** What the person may do now. */
  permissions: z.array(z.enum(permissions)),
  /** Names of the commands that the person may not call: screens do not offer them. */
  refusedCommands: z.array(z.string()),
  /** An instructor's competencies, the only ones whose records this person may change; null: no such limit. */
  competencyIds: z.array(id).nullable(),
  /** Minutes without a key or a click after which the program locks itself. */
  idleMinutes: z.number().int(),
});
export type AccessState = z.infer<typeof state>;

export const accessRoutes = {
  'access.getState': query({ permission: 'app.open', input: nothing, output: state }),
  'access.signIn': command({
    permission: 'app.open',
    input: z.strictObject({ profileId: id, secret: z.string().max(200) }),
    output: done,
    errors: ['sign_in_wrong', 'sign_in_wait'],
  }),
  /** Ends the work of who is signed in; another person may sign in. */
  'access.signOut': command({ permission: 'app.open', input: nothing, output: done }),
  /** Begins with profiles: makes the first administrator, who is signed in at once. */
  'access.startProfiles': command({
    permission: 'profiles.write',
    input: z.strictObject({ name: filledLine, secret }),
    output: done,
    errors: ['conflict'],
  }),
  /** Back to working without profiles; they stay for later. */
  'access.stopProfiles': command({ permission: 'profiles.write', input: nothing, output: done }),
  'access.listProfiles': query({
    permission: 'profiles.write',
    input: nothing,
    output: z.object({ profiles: z.array(profile) }),
  }),
  'access.createProfile': command({
    permission: 'profiles.write',
    input: z.strictObject({ ...profileFields, secret }),
    output: z.object({ id }),
  }),
  'access.updateProfile': command({
    permission: 'profiles.write',
    input: z.strictObject({ id, ...profileFields, active: z.boolean(), secret: secret.optional() }),
    output: done,
    errors: ['not_found', 'last_administrator'],
  }),
  /** Everybody changes their own password or PIN. */
  'access.changeSecret': command({
    permission: 'app.read',
    input: z.strictObject({ oldSecret: z.string().max(200), newSecret: secret }),
    output: done,
    errors: ['sign_in_wrong', 'sign_in_wait', 'not_found'],
  }),
  'access.setIdleMinutes': command({
    permission: 'profiles.write',
    input: z.strictObject({ minutes: z.number().int().min(1).max(240) }),
    output: done,
  }),
};
