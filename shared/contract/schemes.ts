import { z } from 'zod';
import { command, query } from './route.ts';
import { comparedFields } from '../domain/schemes/compareSchemes.ts';
import { calculation, schemeDraft } from './schemeDocument.ts';
import { languages } from './app.ts';
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
  /** The scheme that this one goes on from; null: it is the first. */
  previousVersionId: id.nullable(),
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

const schemeKind = z.enum(['official', 'practice']);

const column = z.number().int().min(0).max(200).optional();

/** What a person says about a sheet of a layout that the program does not know. */
export const columnMapping = z.strictObject({
  sheetName: z.string().max(300),
  /** The row of labels from 0; null: none. */
  headerRow: z.number().int().min(0).max(10_000).nullable(),
  columns: z.strictObject({
    criterion: column,
    subCriterionCode: column,
    subCriterionName: column,
    markingDay: column,
    aspectType: column,
    link: column,
    description: column,
    score: column,
    extraDescription: column,
    requirement: column,
    section: column,
    calculationRow: column,
    maxMark: column,
    criterionLabel: column,
  }),
});
export type MappingInput = z.infer<typeof columnMapping>;

const difference = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  code: z.string(),
  description: z.string(),
  fields: z.array(z.enum(comparedFields)),
  beforeHundredths: hundredths.nullable(),
  afterHundredths: hundredths.nullable(),
});
export type SchemeDifferenceRow = z.infer<typeof difference>;

const openAttempt = z.object({ attemptId: id, studentName: z.string(), date: z.string() });
export type OpenAttemptRow = z.infer<typeof openAttempt>;

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
      /** Which column is what, where the layout is not known; remembered for workbooks with the same labels. */
      mapping: columnMapping.optional(),
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
  /** A scheme with one empty aspect, and the sections of the competency's standard. */
  'schemes.create': command({
    permission: 'schemes.write',
    input: z.strictObject({
      title: filledLine,
      competencyId: id.nullable(),
      kind: schemeKind,
      /** In which language the standard's sections are named; English when not given. */
      language: z.enum(languages).optional(),
    }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'schemes.copy': command({
    permission: 'schemes.write',
    input: z.strictObject({ id, title: filledLine }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  /** The next version of a scheme that is in use: a used scheme itself never changes. */
  'schemes.createVersion': command({
    permission: 'schemes.write',
    input: z.strictObject({ id }),
    output: z.object({ id }),
    errors: ['not_found', 'conflict'],
  }),
  'schemes.getDraft': query({
    permission: 'schemes.read',
    input: z.strictObject({ id }),
    output: z.object({
      draft: schemeDraft,
      kind: schemeKind,
      competencyId: id.nullable(),
      version: z.number().int(),
      previousVersionId: id.nullable(),
      nextVersionId: id.nullable(),
      allowsPartial: z.boolean(),
      attemptCount: z.number().int(),
    }),
    errors: ['not_found'],
  }),
  'schemes.saveDraft': command({
    permission: 'schemes.write',
    input: z.strictObject({ id, draft: schemeDraft, kind: schemeKind, allowsPartial: z.boolean() }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  /** Attempts in progress at a scheme: they could go along to its next version. */
  'schemes.listOpenAttempts': query({
    permission: 'schemes.read',
    input: z.strictObject({ id }),
    output: z.object({ openAttempts: z.array(openAttempt) }),
    errors: ['not_found'],
  }),
  /** What was changed in a used scheme becomes its next version, and attempts move, in one step that can be undone. */
  'schemes.saveNextVersion': command({
    permission: 'schemes.write',
    input: z.strictObject({
      id,
      draft: schemeDraft,
      kind: schemeKind,
      allowsPartial: z.boolean(),
      moveAttemptIds: z.array(id).max(1000),
    }),
    output: z.object({ id, kept: z.number().int(), dropped: z.number().int() }),
    errors: ['not_found', 'conflict'],
  }),
  'schemes.compareVersions': query({
    permission: 'schemes.read',
    input: z.strictObject({ id }),
    output: z.object({
      previousId: id,
      differences: z.array(difference),
      openAttempts: z.array(openAttempt),
    }),
    errors: ['not_found'],
  }),
  'schemes.moveAttempts': command({
    permission: 'schemes.write',
    input: z.strictObject({ id, attemptIds: z.array(id).min(1).max(1000) }),
    output: z.object({ kept: z.number().int(), dropped: z.number().int() }),
    errors: ['not_found', 'conflict'],
  }),
  /** The workbook in the layout of CIS. */
  'schemes.exportWorkbook': query({
    permission: 'schemes.read',
    input: z.strictObject({ id }),
    output: z.object({ fileName: z.string(), content: z.base64() }),
    errors: ['not_found'],
  }),
};
