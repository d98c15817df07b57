/** A name for a workbook that no file system minds. */
export function toFileName(title: string): string {
  const plain = title
    .replaceAll(/[^\p{L}\p{N} .,-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain === '' ? 'list' : plain}.xlsx`;
}
