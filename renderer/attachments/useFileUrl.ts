import { useEffect, useState } from 'react';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { useRouteQuery } from '../client/queries.ts';
import { toBlob } from './fileContent.ts';

/** Whether the page can show a file itself. */
export function isPicture(attachment: AttachmentRow): boolean {
  return attachment.mediaType.startsWith('image/');
}

/** An address under which the page can show the file; undefined until it is there. Let go when it is no longer shown. */
export function useFileUrl(attachment: AttachmentRow): { url: string | undefined; error: unknown } {
  const { data, error } = useRouteQuery('attachments.read', { id: attachment.id });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!data) return undefined;
    const made = URL.createObjectURL(toBlob(data.content, data.mediaType));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { url, error };
}
