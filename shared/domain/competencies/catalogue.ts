import { z } from 'zod';

/** A name in the three languages of the product, none of them empty. */
export interface CatalogueName {
  kk: string;
  ru: string;
  en: string;
}

/** A section of the occupational standard (WSOS) with its weight in the assessment. */
export interface CatalogueSection {
  /** Fixed UUIDv7: the same in every installation, so that databases can be merged. */
  id: string;
  number: number;
  /** Hundredths of a percent; the sections of a competency sum to exactly 10,000. */
  weightHundredths: number;
  name: CatalogueName;
}

/** An official competency of a championship. Edition and number together name it: numbers are reused. */
export interface CatalogueCompetency {
  /** Fixed UUIDv7: the same in every installation. */
  id: string;
  /** For instance "WSC2026". */
  edition: string;
  /** Two digits, with the leading zero: "01". */
  number: string;
  /** Key of a {@link CatalogueSector}. */
  sector: string;
  teamSize: number;
  /** The competitor is not older than this in the year of the championship. */
  maxAge: number;
  name: CatalogueName;
  /** True where the name is in official use, false where it is our own translation. */
  attested: { kk: boolean; ru: boolean };
  sections: CatalogueSection[];
}

/** A sector of the championship, which groups competencies on the screen. */
export interface CatalogueSector {
  key: string;
  name: CatalogueName;
}

/** The weights of a standard: a hundred percent in hundredths. */
const WHOLE_HUNDREDTHS = 10_000;

const filled = z
  .string()
  .min(1)
  .refine((value) => value === value.normalize('NFC').trim(), { message: 'untidy_text' });

const name = z.strictObject({ kk: filled, ru: filled, en: filled });
const key = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/);
const id = z.uuidv7();

const section = z.strictObject({
  id,
  number: z.number().int().min(1),
  weightHundredths: z.number().int().min(1).max(WHOLE_HUNDREDTHS),
  name,
});

const competency = z.strictObject({
  id,
  edition: z.string().regex(/^[A-Z]+\d{4}$/),
  number: z.string().regex(/^\d{2}$/),
  sector: key,
  teamSize: z.number().int().min(1),
  maxAge: z.number().int().min(16),
  name,
  attested: z.strictObject({ kk: z.boolean(), ru: z.boolean() }),
  sections: z
    .array(section)
    .min(1)
    .refine((sections) => areDistinct(sections.map((one) => one.number)), {
      message: 'section_numbers_repeat',
    })
    .refine((sections) => sumOfWeights(sections) === WHOLE_HUNDREDTHS, { message: 'weights_are_not_100' }),
});

const catalogue = z
  .array(competency)
  .min(1)
  .refine((all) => areDistinct(all.map((one) => `${one.edition} ${one.number}`)), {
    message: 'numbers_repeat',
  })
  .refine((all) => areDistinct(all.flatMap((one) => [one.id, ...one.sections.map(({ id }) => id)])), {
    message: 'ids_repeat',
  });

const sectors = z
  .array(z.strictObject({ key, name }))
  .min(1)
  .refine((all) => areDistinct(all.map((one) => one.key)), { message: 'keys_repeat' });

/**
 * Reads the catalogue of official competencies (`resources/catalogue/worldskills-2026.json`).
 * Throws a ZodError when a name lacks a language, when the weights of a standard do not sum to exactly 100 percent,
 * or when an id or a number repeats.
 */
export function parseCatalogue(json: unknown): CatalogueCompetency[] {
  return catalogue.parse(json);
}

/** Reads the sectors of the catalogue (`resources/catalogue/sectors.json`); throws a ZodError when they are malformed. */
export function parseSectors(json: unknown): CatalogueSector[] {
  return sectors.parse(json);
}

function sumOfWeights(sections: readonly { weightHundredths: number }[]): number {
  return sections.reduce((sum, one) => sum + one.weightHundredths, 0);
}

function areDistinct(values: readonly (string | number)[]): boolean {
  return new Set(values).size === values.length;
}
