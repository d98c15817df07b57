import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatRecoveryCode,
  makeBackupKey,
  parseRecoveryCode,
  unlockBackup,
} from '../../../../electron/database/backup/keys.ts';
import { openBlock, sealBlock } from '../../../../electron/database/backup/blocks.ts';

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

test('a recovery code is read back however it is typed', () => {
  fc.assert(
    fc.property(keys, (key) => {
      const code = formatRecoveryCode(key);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(parseRecoveryCode(code)).toEqual(key);
      expect(parseRecoveryCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))).toEqual(key);
    }),
  );
});

test('a recovery code with one wrong letter is no code', () => {
  fc.assert(
    fc.property(keys, fc.nat(55), (key, place) => {
      const letters = formatRecoveryCode(key).replaceAll('-', '');
      const wrong = letters.charAt(place) === '7' ? '8' : '7';
      expect(parseRecoveryCode(letters.slice(0, place) + wrong + letters.slice(place + 1))).toBeNull();
    }),
  );
});

test('passphrase and recovery code open the same key; a new passphrase keeps the code', async () => {
  const made = await makeBackupKey('жеті қазына');
  expect(await unlockBackup('жеті қазына', made)).toEqual(made.key);
  expect(await unlockBackup('жеті казына', made)).toBeNull();
  const again = await makeBackupKey('another passphrase', made.key);
  expect(formatRecoveryCode(again.key)).toBe(formatRecoveryCode(made.key));
  expect(await unlockBackup('жеті қазына', again)).toBeNull();
  expect(await unlockBackup(formatRecoveryCode(made.key), again)).toEqual(made.key);
});

test('a locked block opens only at its own place, unchanged, with its own header', () => {
  const key = { fileKey: randomBytes(32), headerCheck: randomBytes(32) };
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(1000), fc.boolean(), (bytes, index, isLast) => {
      const content = Buffer.from(bytes);
      const data = sealBlock(content, { index, isLast, key }).subarray(4);
      expect(openBlock(data, { index, isLast, key })).toEqual(content);
      expect(() => openBlock(data, { index: index + 1, isLast, key })).toThrow();
      expect(() => openBlock(data, { index, isLast: !isLast, key })).toThrow();
      expect(() =>
        openBlock(data, { index, isLast, key: { ...key, headerCheck: randomBytes(32) } }),
      ).toThrow();
      const changed = Buffer.from(data);
      changed[data.length - 1] = (changed[data.length - 1] ?? 0) ^ 1;
      expect(() => openBlock(changed, { index, isLast, key })).toThrow();
    }),
    { numRuns: 60 },
  );
});
