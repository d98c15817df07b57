import { z } from 'zod';

/** Tables that stay at home: passwords, figures that are computed anew, and what the schema itself writes. */
export const LEFT_OUT: readonly string[] = ['credentials', 'kept_figures', 'schema_migrations'];
/** Lines of one part. */
export const PART_ROWS = 20_000;

/** Name of a part of a table. @param part from 1 */
export const partName = (table: string, part: number): string =>
  `data/${table}-${String(part).padStart(4, '0')}.ndjson`;

const ATTACHMENT =
  /^attachments\/[A-Za-z0-9][A-Za-z0-9._-]{0,150}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,150}){0,3}$/;

export const manifestSchema = z.object({
  format: z.literal('shyng-college'),
  version: z.literal(1),
  schemaVersion: z.number().int().min(1),
  madeAt: z.iso.datetime(),
  /** Table → number of rows. */
  tables: z.record(z.string().regex(/^[a-z][a-z_]{0,60}$/), z.number().int().min(0)),
  attachments: z
    .array(
      z.strictObject({
        name: z.string().regex(ATTACHMENT),
        bytes: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(200_000),
});
/** What the archive says of itself. */
export type CollegeManifest = z.infer<typeof manifestSchema>;
