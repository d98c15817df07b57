import { z } from 'zod';
import { resultFields } from '#shared/domain/exchange/resultColumns.ts';
import { resultLevels } from '#shared/domain/exchange/resultParts.ts';
import { languages } from './app.ts';
import { command, query } from './route.ts';
import { day, hundredths, id } from './values.ts';

const column = z.number().int().min(0).max(99);
const mapping = z.strictObject({
  fields: z.partialRecord(z.enum(resultFields), column),
  /** Columns that hold marks of a part of the scheme: a criterion, a sub-criterion or an aspect. */
  parts: z.array(z.strictObject({ column, code: z.string().max(20) })).max(100),
});

const resultsFile = {
  fileName: z.string().max(300),
  content: z.base64().max(16_000_000),
  /** Name of the sheet; the first one when left out. */
  sheet: z.string().max(200).optional(),
  /** What the columns hold; as last time, or as their heads say, when left out. */
  mapping: mapping.optional(),
  competencyId: id,
  /** The scheme whose parts the file names; null: only sums. */
  schemeId: id.nullable(),
  /** Day of rows that name none. */
  date: day.nullable(),
  /** What a sum is out of: 100.00 for percent. */
  totalMaxHundredths: hundredths.min(1),
};

const problem = z.object({
  line: z.number().int(),
  code: z.enum([
    'no_name',
    'no_date',
    'bad_date',
    'no_marks',
    'twice',
    'not_a_number',
    'below_zero',
    'above_maximum',
    'not_a_score',
    'partial_not_allowed',
    'unknown_code',
    'repeated_code',
    'sum_differs',
  ]),
  what: z.string(),
});

const part = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(resultLevels),
  maxHundredths: hundredths,
});

const draft = z.object({
  /** First row of the result in the file, from 1. */
  line: z.number().int(),
  name: z.string(),
  groupName: z.string(),
  date: z.string().nullable(),
  markCount: z.number().int(),
  notAttemptedCount: z.number().int(),
  /** Sum of the marks that are points, and of the maxima of what has a mark. */
  sumHundredths: hundredths,
  maxHundredths: hundredths,
  problems: z.array(problem),
  /** Nothing of it can be stored; otherwise only the cells that problems name are left out. */
  isBlocked: z.boolean(),
  /** Students whom the name may mean; one: it is clear. */
  students: z.array(z.object({ id, name: z.string(), groupName: z.string() })),
  /** The student has a result of this day in this competency already. */
  isStored: z.boolean(),
});
export type DraftResultRow = z.infer<typeof draft>;

const READING = [
  'not_a_workbook',
  'workbook_encrypted',
  'workbook_empty',
  'workbook_too_large',
  'workbook_unreadable',
] as const;

export const exchangeResultRoutes = {
  /** Reads results from a file and says of each what would become of it. Nothing is stored. */
  'exchange.previewResults': query({
    permission: 'training.write',
    input: z.strictObject(resultsFile),
    output: z.object({
      sheets: z.array(z.string()),
      sheet: z.string(),
      headers: z.array(z.string()),
      mapping,
      remembered: z.boolean(),
      /** How fine the marks are that will be stored. */
      level: z.enum(resultLevels),
      /** Parts of the scheme that a column may be set to. */
      choices: z.array(part),
      /** Parts that the file holds marks of. */
      parts: z.array(part),
      /** Sums stood as 0.85 and are read as percent. */
      isFraction: z.boolean(),
      results: z.array(draft),
    }),
    errors: [...READING, 'not_found'],
  }),
  /** Stores results as one action of the history; a backup is made first. */
  'exchange.importResults': command({
    permission: 'training.write',
    input: z.strictObject({
      ...resultsFile,
      mapping,
      language: z.enum(languages),
      /** Results to store, by their first row, and whose they are. */
      take: z
        .array(z.strictObject({ line: z.number().int(), studentId: id }))
        .min(1)
        .max(5000),
      /** Students who are not in the squad of the competency join it. */
      addToSquad: z.boolean(),
    }),
    output: z.object({
      sessions: z.number().int(),
      attempts: z.number().int(),
      marks: z.number().int(),
      candidates: z.number().int(),
    }),
    errors: [...READING, 'not_found', 'conflict'],
  }),
  /** A file to fill in: the students of the squad, and a column for each part of the scheme. */
  'exchange.getResultsTemplate': query({
    permission: 'training.write',
    input: z.strictObject({
      competencyId: id,
      schemeId: id.nullable(),
      level: z.enum(resultLevels),
      language: z.enum(languages),
      format: z.enum(['xlsx', 'csv']),
    }),
    output: z.object({ fileName: z.string(), content: z.base64() }),
    errors: ['not_found'],
  }),
};
