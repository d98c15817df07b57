import { z } from 'zod';
import type { Calculation } from '../domain/schemes/calculation.ts';
import { parseDecimalText } from '../domain/schemes/decimalText.ts';
import { hundredths, id, line, text } from './values.ts';

/** An exact decimal as text in its shortest form; "0,50" becomes "0.5". */
const decimal = z
  .string()
  .max(40)
  .transform((value, context) => {
    const parsed = parseDecimalText(value);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'not_a_decimal' });
    return z.NEVER;
  });
const deductionType = z.enum(['unit', 'percent']);

/** How a measured value becomes a mark, see shared/domain/schemes/calculation.ts. */
export const calculation: z.ZodType<Calculation, Calculation> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pass_fail') }),
  z.strictObject({ kind: z.literal('number_completed'), possible: decimal }),
  z.strictObject({
    kind: z.literal('choice'),
    deductionType,
    options: z.array(z.strictObject({ label: line, deduction: decimal })).max(50),
  }),
  z.strictObject({
    kind: z.literal('regular_difference'),
    target: decimal,
    difference: decimal,
    differenceType: deductionType,
    deduction: decimal,
    deductionType,
  }),
  z.strictObject({
    kind: z.literal('ranged_score'),
    target: decimal,
    deductionType,
    ranges: z.array(z.strictObject({ lower: decimal, upper: decimal, deduction: decimal })).max(20),
  }),
  z.strictObject({ kind: z.literal('manual') }),
  z.strictObject({
    kind: z.literal('unknown'),
    cisKind: z.string().max(200),
    parametersText: z.string().max(5000),
  }),
]);

/** What was measured, see shared/domain/assessment/measuredMark.ts. */
export const measuredValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passed'), passed: z.boolean() }),
  z.strictObject({ kind: z.literal('number'), value: decimal }),
  z.strictObject({ kind: z.literal('option'), index: z.number().int().min(0).max(49) }),
]);

const judgementScore = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const day = z.number().int().min(-30).max(30).nullable();
const sectionNumber = z.number().int().min(0).max(999).nullable();

const aspect = z.strictObject({
  /** Of a new one, made by the editor. */
  id,
  kind: z.enum(['measurement', 'judgement']),
  headings: z.array(text).max(50),
  description: text,
  extraDescription: text,
  requirement: text,
  sectionNumber,
  maxHundredths: hundredths,
  descriptors: z.array(z.strictObject({ score: judgementScore, text })).max(50),
  extraRows: z.array(z.strictObject({ text, afterDescriptors: z.number().int().min(0).max(50) })).max(200),
  calculationIndex: z.number().int().min(0).max(9999).nullable(),
});

const subCriterion = z.strictObject({
  id,
  code: line,
  name: text,
  markingDay: day,
  aspects: z.array(aspect).max(500),
});

const criterion = z.strictObject({
  id,
  code: line,
  name: text,
  declaredHundredths: hundredths.nullable(),
  subCriteria: z.array(subCriterion).max(100),
});

/** A scheme as the editor holds it: the document with the ids of its rows. */
export const schemeDraft = z.strictObject({
  title: line,
  sections: z
    .array(
      z.strictObject({
        number: z.number().int().min(0).max(999),
        name: text,
        declaredHundredths: hundredths,
      }),
    )
    .max(50),
  criteria: z.array(criterion).max(50),
  calculations: z.array(z.strictObject({ name: line, isShared: z.boolean(), calculation })).max(2000),
});
export type SchemeDraft = z.output<typeof schemeDraft>;
export type DraftCriterion = SchemeDraft['criteria'][number];
export type DraftSubCriterion = DraftCriterion['subCriteria'][number];
export type DraftAspect = DraftSubCriterion['aspects'][number];
