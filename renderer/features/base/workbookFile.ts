import { CallFailure } from '../../client/callFailure.ts';

/** Bytes; main takes no more either, and would be sent them for nothing. */
const MOST = 11_000_000;

/**
 * Reads a chosen workbook as base64.
 * @throws CallFailure `workbook_too_large`, `workbook_empty`, or `workbook_unreadable` when the file cannot be read
 */
export async function readWorkbookFile(file: File): Promise<{ fileName: string; content: string }> {
  if (file.size > MOST) throw new CallFailure('workbook_too_large', 'the file is over the limit');
  if (file.size === 0) throw new CallFailure('workbook_empty', 'the file holds nothing');
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    // `readAsDataURL` gives a text; the type of `result` covers the other ways of reading as well.
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new CallFailure('workbook_unreadable', 'the file cannot be read'));
    reader.readAsDataURL(file);
  });
  return { fileName: file.name.slice(0, 200), content: address.slice(address.indexOf(',') + 1) };
}
