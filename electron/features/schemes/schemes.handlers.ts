import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import { listSchemes } from './schemes.repository.ts';
import {
  getScheme,
  importScheme,
  removeScheme,
  suggestCompetency,
  type ReadWorkbook,
} from './schemes.service.ts';

/** Turns the bytes of a workbook into a scheme. @throws Refusal with a code of the workbook */
export type ReadSchemeWorkbook = (content: Uint8Array) => Promise<ReadWorkbook>;

/** The library of marking schemes and the way into it. */
export function createSchemeHandlers(readWorkbook: ReadSchemeWorkbook): FeatureHandlers<'schemes'> {
  return {
    'schemes.list': async ({ competencyId }, { db }) => ({ schemes: await listSchemes(db, competencyId) }),
    'schemes.get': async ({ id }, { db }) => getScheme(db, id),
    'schemes.importWorkbook': async ({ fileName, content, dryRun, competencyId, title }, { db, write }) => {
      const { document, warnings, summary } = await readWorkbook(Buffer.from(content, 'base64'));
      const suggestedCompetencyId = await suggestCompetency(db, document.title);
      const answer = { summary, warnings: [...warnings], suggestedCompetencyId };
      if (dryRun) return answer;
      const choice = {
        fileName,
        title,
        competencyId: competencyId === undefined ? suggestedCompetencyId : competencyId,
      };
      return { ...answer, schemeId: await write((work) => importScheme(work, document, choice)) };
    },
    'schemes.update': async ({ id, title, competencyId }, { write }) => {
      await write(async (work) => {
        assertFound(await work.update('schemes', id, { title, competency_id: competencyId }), 'scheme');
      });
      return {};
    },
    'schemes.remove': async ({ id }, { write }) => {
      await write((work) => removeScheme(work, id));
      return {};
    },
  };
}
