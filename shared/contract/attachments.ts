import { z } from 'zod';
import { attachmentTypes } from '#shared/domain/attachments/fileType.ts';
import { command, query } from './route.ts';
import { done, filledLine, id, line, moment } from './values.ts';

/** Tables whose rows can have files beside them. */
export const attachmentOwners = [
  'students',
  'sessions',
  'visits',
  'agreements',
  'development_events',
  'student_awards',
  'internships',
  'inventory_items',
  'workshops',
  'purchases',
] as const;

/** The record that files belong to. */
const owner = { entity: z.enum(attachmentOwners), ownerId: id };

const attachment = z.object({
  id,
  fileName: z.string(),
  mediaType: z.enum(attachmentTypes),
  sizeBytes: z.int(),
  addedAt: moment,
});

/** A file beside a record. */
export type AttachmentRow = z.infer<typeof attachment>;

const foundFile = z.object({
  id,
  fileName: z.string(),
  entity: z.enum(attachmentOwners),
  ownerId: id,
  /** The record whose page shows the owner: partner of an agreement or internship, student of an award, else its own. */
  placeId: id,
  addedAt: moment,
});
/** A file that the one search found. */
export type FoundFile = z.infer<typeof foundFile>;

/** Files kept beside records: photos, scans of agreements, programmes of visits. */
export const attachmentRoutes = {
  'attachments.list': query({
    permission: 'attachments.read',
    input: z.strictObject(owner),
    output: z.object({ attachments: z.array(attachment) }),
  }),
  /** Files of all records whose names hold every word. */
  'attachments.search': query({
    permission: 'attachments.read',
    input: z.strictObject({ text: line, limit: z.number().int().min(1).max(100).default(20) }),
    output: z.object({ found: z.array(foundFile) }),
  }),
  /** The file itself; it is checked against the hash that was taken when it came. */
  'attachments.read': query({
    permission: 'attachments.read',
    input: z.strictObject({ id }),
    output: z.object({ fileName: z.string(), mediaType: z.enum(attachmentTypes), content: z.base64() }),
    errors: ['not_found', 'attachment_missing', 'attachment_damaged'],
  }),
  /** Copies a file into the data folder. What it is follows from its content, not from its name. */
  'attachments.add': command({
    permission: 'attachments.write',
    input: z.strictObject({ ...owner, fileName: filledLine, content: z.base64() }),
    output: z.object({ id }),
    errors: ['not_found', 'attachment_type', 'attachment_too_large', 'attachment_too_many'],
  }),
  'attachments.remove': command({
    permission: 'attachments.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
};
