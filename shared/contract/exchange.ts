import { z } from 'zod';
import { peopleFields } from '#shared/domain/exchange/peopleColumns.ts';
import { languages } from './app.ts';
import { command, query } from './route.ts';
import { id } from './values.ts';

const base64 = z.base64().max(16_000_000);
const fileFormats = ['xlsx', 'csv'] as const;
const column = z.number().int().min(0).max(99);
const mapping = z.partialRecord(z.enum(peopleFields), column);

const peopleFile = {
  fileName: z.string().max(300),
  content: base64,
  /** Name of the sheet; the first one when left out. */
  sheet: z.string().max(200).optional(),
  /** What the columns hold; as last time, or as their heads say, when left out. */
  mapping: mapping.optional(),
};

const problem = z.object({
  field: z.enum(peopleFields),
  code: z.enum(['required', 'bad_date', 'bad_course', 'too_long']),
});

const draft = z.object({
  /** Number of the row in the file, from 1. */
  line: z.number().int(),
  student: z.object({
    surname: z.string(),
    givenName: z.string(),
    patronymic: z.string(),
    birthDate: z.string().nullable(),
    groupName: z.string(),
    course: z.number().int().nullable(),
    speciality: z.string(),
    notes: z.string(),
  }),
  problems: z.array(problem),
  /** Row of the file that may be the same person. */
  sameAsLine: z.number().int().nullable(),
  /** Students already entered who may be the same person. */
  same: z.array(z.object({ id, name: z.string(), groupName: z.string(), birthDate: z.string().nullable() })),
});
export type DraftPerson = z.infer<typeof draft>;

const writtenFile = z.object({ fileName: z.string(), content: z.base64() });

const READING = [
  'not_a_workbook',
  'workbook_encrypted',
  'workbook_empty',
  'workbook_too_large',
  'workbook_unreadable',
] as const;

export const exchangeRoutes = {
  /** Reads a list of students from a file (.xlsx, or .csv in any of the usual encodings). Nothing is stored. */
  'exchange.previewPeople': query({
    permission: 'people.write',
    input: z.strictObject(peopleFile),
    output: z.object({
      sheets: z.array(z.string()),
      sheet: z.string(),
      headers: z.array(z.string()),
      mapping,
      /** The mapping was chosen by people before, for a file of this layout. */
      remembered: z.boolean(),
      rows: z.array(draft),
    }),
    errors: READING,
  }),
  /** Adds and completes students as one action of the history; a backup is made first. */
  'exchange.importPeople': command({
    permission: 'people.write',
    input: z.strictObject({
      ...peopleFile,
      mapping,
      /** Rows to add as new students. */
      add: z.array(z.number().int()).max(20_000),
      /** Rows that complete students who are entered already: empty fields are filled, none is overwritten. */
      complete: z.array(z.strictObject({ line: z.number().int(), studentId: id })).max(20_000),
    }),
    output: z.object({ added: z.number().int(), completed: z.number().int() }),
    errors: [...READING, 'conflict'],
  }),
  /** An empty file with the heads that are read without asking. */
  'exchange.getPeopleTemplate': query({
    permission: 'people.read',
    input: z.strictObject({ language: z.enum(languages), format: z.enum(fileFormats) }),
    output: writtenFile,
  }),
  /** A list from the screen as a file; texts that a spreadsheet would run are made harmless. */
  'exchange.writeTable': query({
    permission: 'app.read',
    input: z.strictObject({
      title: z.string().max(200),
      format: z.enum(fileFormats),
      headers: z.array(z.string().max(500)).min(1).max(100),
      rows: z.array(z.array(z.union([z.string().max(32_767), z.number(), z.null()])).max(100)).max(50_000),
    }),
    output: writtenFile,
  }),
};
