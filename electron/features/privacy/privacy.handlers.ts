import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import {
  consentsOf,
  eraseStudent,
  getOverview,
  inspectStudent,
  recordConsent,
  setRetention,
} from './privacy.service.ts';

/** What the handlers need of the application. */
export interface PrivacyTools {
  /** Columns of the open database that point to students. */
  references(): { table: string; column: string }[];
  /** Deletes files of the open database by their hashes. */
  deleteFiles(hashes: readonly string[]): Promise<void>;
  /** Rows were overwritten beside the log: every page asks everything again. */
  erased(): void;
  /** How many backups there are: made before, they still hold a name that was erased. */
  countBackups(): Promise<number>;
}

/** Consents, retention, inspection, erasure. */
export function createPrivacyHandlers(tools: PrivacyTools): FeatureHandlers<'privacy'> {
  return {
    'privacy.listConsents': ({ studentId }, { db, today }) => consentsOf(db, studentId, today),
    'privacy.recordConsent': async (input, { write }) => ({
      id: await write((work) => recordConsent(work, input)),
    }),
    'privacy.removeConsent': async ({ id }, { write }) => {
      await write(async (work) => assertFound(await work.remove('consents', id), 'consent'));
      return {};
    },
    'privacy.getOverview': (_, { db, today }) => getOverview(db, today),
    'privacy.setRetention': async ({ years }, { write }) => {
      await write((work) => setRetention(work, years));
      return {};
    },
    'privacy.inspect': ({ studentId }, { db, now }) =>
      inspectStudent(db, studentId, { now, references: tools.references() }),
    'privacy.erase': async (input, context) => {
      await tools.deleteFiles(await eraseStudent(context, input));
      tools.erased();
      return { olderBackups: await tools.countBackups() };
    },
  };
}
