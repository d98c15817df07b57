import { describe, expect, test } from 'vitest';
import { detectAttachmentType } from '../../../../shared/domain/attachments/fileType.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );

const ZIP = [0x50, 0x4b, 3, 4];

describe('the type of a file', () => {
  test('follows from its first bytes', () => {
    expect(detectAttachmentType(bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'))).toBe('image/jpeg');
    expect(detectAttachmentType(bytes([0x89], 'PNG\r\n\u001a\n'))).toBe('image/png');
    expect(detectAttachmentType(bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '))).toBe('image/webp');
    expect(detectAttachmentType(bytes('%PDF-1.7'))).toBe('application/pdf');
    expect(detectAttachmentType(bytes(ZIP, '[Content_Types].xml', 'word/document.xml'))).toContain('word');
    expect(detectAttachmentType(bytes(ZIP, '[Content_Types].xml', 'xl/workbook.xml'))).toContain('sheet');
  });

  test('of programs, pages, plain archives and documents with macros is none that is kept', () => {
    const refused = [
      bytes(),
      bytes('MZ', [0x90, 0]),
      bytes('<!doctype html><script>'),
      bytes('<svg xmlns="http://www.w3.org/2000/svg">'),
      bytes(ZIP, 'readme.txt'),
      bytes(ZIP, '[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'),
      bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '),
      bytes([0xff, 0xd8]),
    ];
    for (const content of refused) expect(detectAttachmentType(content)).toBeNull();
  });
});
