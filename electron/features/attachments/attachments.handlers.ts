import { Buffer } from 'node:buffer';
import type { ParsedInput } from '#shared/contract/registry.ts';
import {
  detectAttachmentType,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENTS,
  type AttachmentType,
} from '#shared/domain/attachments/fileType.ts';
import { keepAttachment, readAttachment, type KeptFile } from '../../files/attachmentFiles.ts';
import type { CommandContext } from '../../router/context.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound, found, Refusal } from '../../router/refusal.ts';
import { getAttachment, hasOwner, listAttachments, searchAttachments } from './attachments.repository.ts';

/** What is not kept is refused before a byte of it is written. */
function checkedType(bytes: Uint8Array): AttachmentType {
  if (bytes.length > MAX_ATTACHMENT_BYTES) {
    throw new Refusal('attachment_too_large', `${bytes.length} bytes`, {
      megabytes: MAX_ATTACHMENT_BYTES / 1e6,
    });
  }
  const mediaType = detectAttachmentType(bytes);
  if (!mediaType) throw new Refusal('attachment_type', 'the content is of no type that is kept');
  return mediaType;
}

async function add(
  { entity, ownerId, fileName, content }: ParsedInput<'attachments.add'>,
  { db, write }: CommandContext,
  folder: string,
): Promise<{ id: string }> {
  const bytes = Buffer.from(content, 'base64');
  const mediaType = checkedType(bytes);
  assertFound(await hasOwner(db, entity, ownerId), entity);
  const present = await listAttachments(db, entity, ownerId);
  if (present.length >= MAX_ATTACHMENTS) {
    throw new Refusal('attachment_too_many', 'the record has as many files as it may', {
      limit: MAX_ATTACHMENTS,
    });
  }
  const sha256 = await keepAttachment(folder, bytes);
  const id = await write((work) => {
    const newId = work.newId();
    work.insert('attachments', {
      id: newId,
      owner_entity: entity,
      owner_id: ownerId,
      file_name: fileName,
      media_type: mediaType,
      size_bytes: bytes.length,
      sha256,
    });
    return Promise.resolve(newId);
  });
  return { id };
}

/** What the handlers need of the application. */
export interface AttachmentTools {
  /** Folder of the database that is open now. */
  folder: () => string;
  /** Looks for a lost file in the backups and puts it back where it belongs. */
  bringBack: (sha256: string) => Promise<void>;
}

/** A file that is gone or damaged on the disk is fetched from a backup first: no copy that is left is lost. */
async function readOrBringBack(sha256: string, { folder, bringBack }: AttachmentTools): Promise<KeptFile> {
  const kept = await readAttachment(folder(), sha256);
  if (kept.kind === 'whole') return kept;
  await bringBack(sha256);
  const again = await readAttachment(folder(), sha256);
  return again.kind === 'whole' ? again : kept;
}

/** Files beside records. */
export function createAttachmentHandlers(tools: AttachmentTools): FeatureHandlers<'attachments'> {
  return {
    'attachments.list': async ({ entity, ownerId }, { db }) => ({
      attachments: await listAttachments(db, entity, ownerId),
    }),
    'attachments.search': async ({ text, limit }, { db }) => ({
      found: await searchAttachments(db, text, limit),
    }),
    'attachments.read': async ({ id }, { db }) => {
      const row = found(await getAttachment(db, id), 'attachment');
      const kept = await readOrBringBack(row.sha256, tools);
      if (kept.kind === 'missing') throw new Refusal('attachment_missing', 'the file is not in its folder');
      if (kept.kind === 'damaged') throw new Refusal('attachment_damaged', 'the file differs from its hash');
      const mediaType = row.media_type as AttachmentType;
      return { fileName: row.file_name, mediaType, content: kept.bytes.toString('base64') };
    },
    'attachments.add': (input, context) => add(input, context, tools.folder()),
    'attachments.remove': async ({ id }, { write }) => {
      await write(async (work) => assertFound(await work.remove('attachments', id), 'attachment'));
      return {};
    },
  };
}
