import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHexText, toHexText } from '#shared/lib/hexText.ts';
import { findOpenedFile } from '../../../../electron/window/desktopOptions.ts';

test('a backup that was opened from the file manager is found among the words', () => {
  expect(findOpenedFile(['shyng', '--sample', 'D:/көшірме 1.shyng'])).toBe(resolve('D:/көшірме 1.shyng'));
  expect(findOpenedFile(['shyng', '--x.shyng'])).toBeNull();
  expect(findOpenedFile(['shyng'])).toBeNull();
  expect(findOpenedFile(['shyng', 'E:/Shyng-2.0.0.exe.shyng-update'])).toBe(
    resolve('E:/Shyng-2.0.0.exe.shyng-update'),
  );
});

test('any path goes through an address unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(toHexText(path)).toMatch(/^[0-9a-f]*$/);
      expect(fromHexText(toHexText(path))).toBe(path);
    }),
  );
  expect(fromHexText('../x')).toBe('');
});
