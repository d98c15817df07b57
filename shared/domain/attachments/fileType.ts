/** Media types of files that can be kept beside records: photos, scans and office documents. */
export const attachmentTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** One of {@link attachmentTypes}. */
export type AttachmentType = (typeof attachmentTypes)[number];

/** Bytes of one file; a scan of a long agreement has some five million. */
export const MAX_ATTACHMENT_BYTES = 12_000_000;
/** Files of one record; above that they belong into an album elsewhere. */
export const MAX_ATTACHMENTS = 60;

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const hasAt = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  bytes.length >= at + wanted.length && wanted.every((value, index) => bytes[at + index] === value);

function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = ascii(text);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (hasAt(bytes, at, wanted)) return true;
  }
  return false;
}

/** Office documents are archives; which program wrote them shows in the names of their entries. */
function officeType(bytes: Uint8Array): AttachmentType | null {
  if (!holds(bytes, '[Content_Types].xml')) return null;
  // A document with macros in it is a program, and nobody attaches one on purpose.
  if (holds(bytes, 'vbaProject.bin')) return null;
  if (holds(bytes, 'word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if (holds(bytes, 'xl/workbook.xml')) {
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  }
  return null;
}

/**
 * What a file is by its first bytes; its name and what the sender says of it do not count.
 * @returns null for everything that is not kept
 */
export function detectAttachmentType(bytes: Uint8Array): AttachmentType | null {
  if (hasAt(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (hasAt(bytes, 0, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (hasAt(bytes, 0, ascii('RIFF')) && hasAt(bytes, 8, ascii('WEBP'))) return 'image/webp';
  if (hasAt(bytes, 0, ascii('%PDF-'))) return 'application/pdf';
  if (hasAt(bytes, 0, [...ascii('PK'), 3, 4])) return officeType(bytes);
  return null;
}
