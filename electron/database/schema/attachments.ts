import type { EntityColumns } from './columns.ts';

/** A file beside a record. The file lies in the attachments folder under its hash. */
export interface AttachmentTable extends EntityColumns {
  owner_entity: string;
  owner_id: string;
  /** As the person who added it knows it; never used as a path. */
  file_name: string;
  media_type: string;
  size_bytes: number;
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
}

export interface AttachmentTables {
  attachments: AttachmentTable;
}

/** A table only follows those that it refers to. */
export const attachmentTableNames = ['attachments'] as const satisfies readonly (keyof AttachmentTables)[];
