import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { useRouteQuery } from '../client/queries.ts';

/** Whether the page can show a file itself. */
export function isPicture(attachment: AttachmentRow): boolean {
  return attachment.mediaType.startsWith('image/');
}

/** An address under which the page can show the file; undefined until it is there. */
export function useFileUrl(attachment: AttachmentRow): { url: string | undefined; error: unknown } {
  const { data, error } = useRouteQuery('attachments.read', { id: attachment.id });
  return { url: data && `data:${data.mediaType};base64,${data.content}`, error };
}
