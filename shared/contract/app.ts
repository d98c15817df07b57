import { z } from 'zod';
import { command, query } from './route.ts';
import { day, done, id, line, moment, nothing } from './values.ts';

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
export const themes = ['system', 'light', 'dark'] as const;

const preferences = z.object({
  language: z.enum(languages),
  theme: z.enum(themes),
  collegeName: z.string(),
});
export type Preferences = z.infer<typeof preferences>;

/** A field as the log holds it. */
const fieldValue = z.union([z.string(), z.number(), z.null()]);

const rowName = z.object({ kk: z.string(), ru: z.string(), en: z.string() }).nullable();

/** What one change did to one field, `name` being the column: a value, another record, or a list. */
const recordField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), name: z.string(), before: fieldValue, after: fieldValue }),
  /** Names of the records that were and are referred to; empty texts where a record has no name. */
  z.object({ kind: z.literal('reference'), name: z.string(), before: rowName, after: rowName }),
  /** How many entries there were and are; null: not a list that is counted. */
  z.object({
    kind: z.literal('list'),
    name: z.string(),
    before: z.number().int().nullable(),
    after: z.number().int().nullable(),
  }),
]);

export const historyAction = z.object({
  id,
  /** Name of the action, for example `training.setMarks`; the sentence is `history:action.<name>`. */
  name: z.string(),
  /** Numbers and words for the sentence, for example `{count: 12}`. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  kind: z.enum(['do', 'undo', 'redo']),
  /** For undo and redo: the action that was taken back or done again. */
  targetId: id.nullable(),
  actorName: z.string(),
  at: moment,
  changeCount: z.number().int(),
  undone: z.boolean(),
  undoable: z.boolean(),
});
export type HistoryAction = z.infer<typeof historyAction>;

export const appRoutes = {
  'app.getStatus': query({
    permission: 'app.open',
    input: nothing,
    output: z.object({
      version: z.string(),
      preferences,
      /** Whether the sample college is open instead of the college's own database. */
      sample: z.boolean(),
      /** Nothing has been entered yet: empty screens teach. */
      empty: z.boolean(),
    }),
  }),
  /** Language and theme are everybody's; the college's name needs the permission `settings.write`. */
  'settings.update': command({
    permission: 'app.open',
    input: z.strictObject({
      language: z.enum(languages).optional(),
      theme: z.enum(themes).optional(),
      collegeName: line.optional(),
    }),
    output: preferences,
    errors: ['forbidden'],
  }),
  'history.list': query({
    permission: 'history.read',
    input: z.strictObject({
      limit: z.number().int().min(1).max(500).default(100),
      /** Only actions before this one (paging). */
      beforeId: id.optional(),
      /** First part of the names of actions, for example `training`. */
      area: z
        .string()
        .regex(/^[a-z]{1,40}$/)
        .optional(),
      /** Only what this person did. */
      actorId: z.string().max(100).optional(),
      from: day.optional(),
      to: day.optional(),
      /** Only what can be taken back now. */
      undoableOnly: z.boolean().optional(),
    }),
    output: z.object({ actions: z.array(historyAction), hasMore: z.boolean() }),
  }),
  /** People and areas that occur in the history, for its filters. */
  'history.listChoices': query({
    permission: 'history.read',
    input: nothing,
    output: z.object({
      actors: z.array(z.object({ id: z.string(), name: z.string() })),
      areas: z.array(z.string()),
    }),
  }),
  /** Who changed what of one record, newest first. */
  'history.ofRecord': query({
    permission: 'history.read',
    input: z.strictObject({ entity: z.string().regex(/^[a-z_]{1,60}$/), rowId: id }),
    output: z.object({
      changes: z.array(
        z.object({
          action: historyAction,
          operation: z.enum(['insert', 'update']),
          fields: z.array(recordField),
        }),
      ),
    }),
    errors: ['not_found'],
  }),
  /** What was deleted in the last 90 days and is still gone; taking the action back brings it back. */
  'history.listDeleted': query({
    permission: 'history.read',
    input: nothing,
    output: z.object({
      deleted: z.array(
        z.object({
          action: historyAction,
          entity: z.string(),
          rowId: id,
          /** Name, title or date of what was deleted; empty when it has none. */
          label: z.string(),
        }),
      ),
    }),
  }),
  /** Takes one action back, wherever it stands in the history, if nothing later depends on it. */
  'history.undoAction': command({
    permission: 'history.write',
    input: z.strictObject({ actionId: id }),
    output: z.object({ action: historyAction }),
    errors: ['nothing_to_undo', 'undo_blocked', 'forbidden_record'],
  }),
  /** What the undo and redo buttons would take back or do again. */
  'history.getUndoState': query({
    permission: 'history.read',
    input: nothing,
    output: z.object({ undo: historyAction.nullable(), redo: historyAction.nullable() }),
  }),
  'history.undo': command({
    permission: 'history.write',
    input: z.strictObject({
      /** What the button said: refused when something else has become the last action meanwhile. */
      actionId: id.optional(),
    }),
    output: z.object({ action: historyAction }),
    errors: ['nothing_to_undo', 'undo_blocked', 'conflict'],
  }),
  'history.redo': command({
    permission: 'history.write',
    input: z.strictObject({ actionId: id.optional() }),
    output: z.object({ action: historyAction }),
    errors: ['nothing_to_redo', 'undo_blocked', 'conflict'],
  }),
  /** Opens the fictional college, made when it is not there yet, in a database of its own beside the college's. */
  'sample.open': command({ permission: 'sample.write', input: nothing, output: done }),
  /** Closes the sample college, deletes its files, and opens the college's own database. */
  'sample.remove': command({ permission: 'sample.write', input: nothing, output: done }),
};
