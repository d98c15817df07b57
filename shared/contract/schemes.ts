import { z } from 'zod';
import { command, query } from './route.ts';
import { calculation } from './schemeDocument.ts';
import { done, filledLine, hundredths, id, line, moment } from './values.ts';

const descriptor = z.object({ score: z.number().int().min(0).max(3), text: z.string() });

const aspect = z.object({
  id,
  kind: z.enum(['measurement', 'judgement']),
  /** Positional identity as at the championship: A1.M1, A1.J2. */
  code: z.string(),
  description: z.string(),
  extraDescription: z.string(),
  requirement: z.string(),
  sectionNumber: z.number().int().nullable(),
  maxHundredths: hundredths,
  descriptors: z.array(descriptor),
  /** More notes or deductions of the aspect, each a row of the workbook. */
  extraRows: z.array(z.string()),
  /** How a measured value becomes the mark; null: none. */
  calculation: calculation.nullable(),
  /** Whether a mark between nothing and the maximum may be given by hand. */
  allowsPartial: z.boolean(),
});
export type AspectRow = z.infer<typeof aspect>;

const subCriterion = z.object({
  id,
  code: z.string(),
  name: z.string(),
  markingDay: z.number().int().nullable(),
  aspects: z.array(aspect),
});
export type SubCriterionRow = z.infer<typeof subCriterion>;

const criterion = z.object({
  id,
  code: z.string(),
  name: z.string(),
  declaredHundredths: hundredths.nullable(),
  subCriteria: z.array(subCriterion),
});
export type CriterionRow = z.infer<typeof criterion>;

const summarySection = z.object({
  number: z.number().int(),
  name: z.string(),
  declaredHundredths: hundredths,
  aspectHundredths: hundredths,
});

/** Counts of a scheme: the preview of an import, and the head of the scheme's page. */
export const schemeSummary = z.object({
  title: z.string(),
  sections: z.array(summarySection),
  criteria: z.number().int(),
  subCriteria: z.number().int(),
  aspects: z.number().int(),
  measurement: z.number().int(),
  judgement: z.number().int(),
  totalHundredths: hundredths,
  days: z.array(z.number().int()),
});
export type SchemeSummary = z.infer<typeof schemeSummary>;

/** Something that a person should look at; the sentence comes from the code, the numbers from the other fields. */
export const schemeWarning = z.looseObject({ code: z.string() });
export type SchemeWarning = z.infer<typeof schemeWarning>;

const schemeListRow = z.object({
  id,
  title: z.string(),
  competencyId: id.nullable(),
  kind: z.enum(['official', 'practice']),
  version: z.number().int(),
  totalHundredths: hundredths,
  aspectCount: z.number().int(),
  subCriterionCount: z.number().int(),
  attemptCount: z.number().int(),
  sourceFileName: z.string(),
  createdAt: moment,
});
export type SchemeListRow = z.infer<typeof schemeListRow>;

/** 15 MB of base64: a workbook of ten megabytes and a little more. */
const MAX_BASE64_CHARACTERS = 15_000_000;

export const schemeRoutes = {
  'schemes.list': query({
    permission: 'schemes.read',
    input: z.strictObject({ competencyId: id.optional() }),
    output: z.object({ schemes: z.array(schemeListRow) }),
  }),
  'schemes.get': query({
    permission: 'schemes.read',
    input: z.strictObject({ id }),
    output: schemeListRow.extend({
      sections: z.array(summarySection),
      criteria: z.array(criterion),
      summary: schemeSummary,
      warnings: z.array(schemeWarning),
    }),
    errors: ['not_found'],
  }),
  'schemes.importWorkbook': command({
    permission: 'schemes.write',
    input: z.strictObject({
      fileName: filledLine,
      content: z.base64().min(1).max(MAX_BASE64_CHARACTERS),
      dryRun: z.boolean(),
      competencyId: id.nullable().optional(),
      title: line.optional(),
    }),
    output: z.object({
      schemeId: id.optional(),
      summary: schemeSummary,
      warnings: z.array(schemeWarning),
      /** The competency that the workbook's skill number and name point to, when there is just one. */
      suggestedCompetencyId: id.nullable(),
    }),
    errors: [
      'not_a_workbook',
      'workbook_encrypted',
      'workbook_empty',
      'workbook_no_aspects',
      'workbook_too_large',
      'workbook_unknown_layout',
      'workbook_unreadable',
      'not_found',
    ],
  }),
  'schemes.update': command({
    permission: 'schemes.write',
    input: z.strictObject({ id, title: filledLine, competencyId: id.nullable() }),
    output: done,
    errors: ['not_found'],
  }),
  'schemes.remove': command({
    permission: 'schemes.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
};
