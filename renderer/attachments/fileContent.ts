import { MAX_ATTACHMENT_BYTES } from '#shared/domain/attachments/fileType.ts';
import { CallFailure } from '../client/callFailure.ts';
import { preparePicture } from './preparePicture.ts';

/** A file as it travels to main. */
export interface FileContent {
  fileName: string;
  /** Base64. */
  content: string;
}

function readBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // `readAsDataURL` gives a text; the type of `result` covers the other ways of reading as well.
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.onerror = () => reject(new CallFailure('attachment_missing', 'the file cannot be read'));
    reader.readAsDataURL(blob);
  });
}

/**
 * Reads a chosen file; pictures lose all but their pixels.
 * @throws CallFailure `attachment_too_large` (main takes no more either), `attachment_missing` when it cannot be read
 */
export async function readFileContent(file: File): Promise<FileContent> {
  const blob = await preparePicture(file);
  if (blob.size > MAX_ATTACHMENT_BYTES) {
    const megabytes = MAX_ATTACHMENT_BYTES / 1e6;
    throw new CallFailure('attachment_too_large', 'the file is over the limit', { megabytes });
  }
  return { fileName: file.name.slice(0, 200), content: await readBase64(blob) };
}

/** The bytes behind base64, as a blob of that type. */
export function toBlob(content: string, mediaType: string): Blob {
  return new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type: mediaType });
}
