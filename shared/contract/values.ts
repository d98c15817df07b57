import { z } from 'zod';

/** Values that many routes share. Text from people is trimmed, cut of control characters, and bounded. */

/** Id of a row: UUIDv7 as text. */
export const id = z.uuid();

// Control characters other than tab and line breaks have no place in what people write.
// eslint-disable-next-line no-control-regex -- this is the very class that is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const clean = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !CONTROL.test(text), { message: 'control_characters' })
    .transform((text) => text.normalize('NFC').trim());

/** One line that may be empty, at most 200 characters. */
export const line = clean(200);

/** One line that must hold something. */
export const filledLine = clean(200).refine((text) => text.length > 0, { message: 'required' });

/** Several lines that may be empty, at most 5,000 characters. */
export const text = clean(5000);

/** Calendar day `YYYY-MM-DD` that exists. */
export const day = z.iso.date();

/** Moment, ISO-8601 in UTC. */
export const moment = z.iso.datetime();

/** Marks and weights: integer hundredths of a point. */
export const hundredths = z.number().int().min(0).max(100_000_00);

/** Percent 0…100 as a number for display; never the source of a mark. */
export const percent = z.number();

/** A name in the three languages. */
export const localizedName = z.object({ kk: z.string(), ru: z.string(), en: z.string() });

/** {@link localizedName} as a type. */
export type LocalizedName = z.infer<typeof localizedName>;

/** Input of routes that need none. */
export const nothing = z.strictObject({});

/** Output of commands that have nothing to tell. */
export const done = z.object({});
