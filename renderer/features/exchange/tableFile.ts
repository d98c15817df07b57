import { CallFailure } from '../../client/callFailure.ts';
import { saveFile } from '../../ui/saveFile.ts';

/** A file as it travels to main. */
export interface TableFile {
  fileName: string;
  /** Base64. */
  content: string;
}

/** Bytes; main takes no more either. */
const MOST = 11_000_000;

/** Reads a chosen file. @throws CallFailure `workbook_too_large`, `workbook_empty`, `workbook_unreadable` */
export async function readTableFile(file: File): Promise<TableFile> {
  if (file.size > MOST) throw new CallFailure('workbook_too_large', 'the file is over the limit');
  if (file.size === 0) throw new CallFailure('workbook_empty', 'the file holds nothing');
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new CallFailure('workbook_unreadable', 'the file cannot be read'));
    reader.readAsDataURL(file);
  });
  return { fileName: file.name.slice(0, 300), content: address.slice(address.indexOf(',') + 1) };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Gives the person a file that main has written. */
export function keepFile({ fileName, content }: TableFile): void {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1);
  saveFile(new Blob([bytes], { type: MEDIA_TYPES[ending] ?? 'application/octet-stream' }), fileName);
}
