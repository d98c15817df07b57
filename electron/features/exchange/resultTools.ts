import type { Kysely } from 'kysely';
import type { CriterionRow } from '#shared/contract/schemes.ts';
import type { MarkEntry, SessionInput } from '#shared/contract/training.ts';
import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';

type Db = Kysely<Schema>;

/** A stored scheme as far as results are stored at it. */
export interface StoredParts {
  id: string;
  title: string;
  criteria: CriterionRow[];
  document: SchemeDocument;
}

/** Ids of a scheme that was stored, in the shape of its document. */
interface MadeScheme {
  schemeId: string;
  criteria: { subCriteria: { id: string; aspectIds: string[] }[] }[];
}

/** What other features do for an import of results; put together at the start of the program. */
export interface ResultTools {
  workbooks: WorkbookReader;
  readParts: (db: Db, schemeId: string) => Promise<StoredParts | undefined>;
  storeScheme: (
    work: Work,
    document: SchemeDocument,
    header: {
      title: string;
      competencyId: string;
      kind: 'practice';
      sourceFileName: string;
      allowsPartial: number;
    },
  ) => MadeScheme;
  createSession: (work: Work, input: SessionInput) => Promise<string>;
  addAttempts: (
    work: Work,
    input: {
      sessionId: string;
      schemeId: string;
      studentIds: readonly string[];
      subCriterionIds: readonly string[] | null;
    },
  ) => Promise<string[]>;
  setMarks: (
    work: Work,
    marks: readonly { attemptId: string; aspectId: string; entry: MarkEntry }[],
  ) => Promise<string[]>;
}
