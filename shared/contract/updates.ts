import { z } from 'zod';
import { updatePlatforms } from '#shared/domain/updates/updateHeader.ts';
import { command, query } from './route.ts';
import { nothing } from './values.ts';

const path = z.string().min(1).max(4000);

const REFUSALS = [
  'update_no_key',
  'update_not_ours',
  'update_not_signed',
  'update_altered',
  'update_other_computer',
  'update_not_newer',
  'not_found',
] as const;

export const updateRoutes = {
  /** Whether update files can be opened at all, and how they are recognised. Nothing is asked of any network. */
  'updates.getState': query({
    permission: 'updates.install',
    input: nothing,
    output: z.object({
      version: z.string(),
      /** SHA-256 of the publisher's key, in groups, to be compared on the phone; null: no key is built in. */
      fingerprint: z.string().nullable(),
    }),
  }),
  /** Looks at an update file and says what it is. Nothing is written. */
  'updates.inspect': query({
    permission: 'updates.install',
    input: z.strictObject({ path }),
    output: z.object({
      version: z.string(),
      currentVersion: z.string(),
      platform: z.enum(updatePlatforms),
      arch: z.string(),
      fileName: z.string(),
      size: z.number().int(),
      sha256: z.string(),
      notes: z.object({ kk: z.string(), ru: z.string(), en: z.string() }),
    }),
    errors: REFUSALS,
  }),
  /** Makes a backup, checks every byte of the installer, and shows it in its folder; people start it themselves. */
  'updates.prepare': command({
    permission: 'updates.install',
    input: z.strictObject({ path }),
    output: z.object({ installer: z.string() }),
    errors: REFUSALS,
  }),
};
