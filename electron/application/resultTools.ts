import type { ResultTools } from '../features/exchange/resultTools.ts';
import { storeScheme, toCriterionRows, toDocument } from '../features/schemes/schemeStorage.ts';
import { readScheme } from '../features/schemes/schemes.repository.ts';
import { setMarks } from '../features/training/marking.service.ts';
import { addAttempts, createSession } from '../features/training/training.service.ts';

/** What the import of results asks of schemes and training: features do not know each other. */
export const resultTools: Omit<ResultTools, 'workbooks'> = {
  readParts: async (db, schemeId) => {
    const stored = await readScheme(db, schemeId);
    if (!stored) return undefined;
    const { rows, listRow } = stored;
    return {
      id: listRow.id,
      title: listRow.title,
      criteria: toCriterionRows(rows),
      document: toDocument(rows),
    };
  },
  storeScheme,
  createSession,
  addAttempts,
  setMarks,
};
