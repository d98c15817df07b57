import { z } from 'zod';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** What the header of an encrypted backup says: how the passphrase becomes a key, and what that key unlocks. */
export const encryptionSchema = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // Bounded: a file from outside must not make the program work for hours.
    N: z
      .number()
      .int()
      .min(1024)
      .max(2 ** 20),
    r: z.number().int().min(1).max(16),
    p: z.number().int().min(1).max(4),
    salt: hex(16),
  }),
  wrappedKey: z.strictObject({ iv: hex(12), data: hex(32), tag: hex(16) }),
  fileSalt: hex(16),
});
export type BackupEncryption = z.infer<typeof encryptionSchema>;
