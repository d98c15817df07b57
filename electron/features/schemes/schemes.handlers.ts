import { summarizeScheme } from '#shared/domain/schemes/summarizeScheme.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import type { ReadSchemeWorkbook } from './schemeReader.ts';
import { listSchemes } from './schemes.repository.ts';
import { getScheme, importScheme, removeScheme, suggestCompetency } from './schemes.service.ts';

/** The library of marking schemes and the way into it. */
export function createSchemeHandlers(readWorkbook: ReadSchemeWorkbook): FeatureHandlers<'schemes'> {
  return {
    'schemes.list': async ({ competencyId }, { db }) => ({ schemes: await listSchemes(db, competencyId) }),
    'schemes.get': async ({ id }, { db }) => getScheme(db, id),
    'schemes.importWorkbook': async ({ fileName, content, dryRun, competencyId, title }, { db, write }) => {
      const read = await readWorkbook(Buffer.from(content, 'base64'));
      const suggestedCompetencyId = await suggestCompetency(db, read.document.title);
      const answer = {
        summary: summarizeScheme(read.document),
        warnings: read.warnings.map((warning) => ({ ...warning })),
        suggestedCompetencyId,
      };
      if (dryRun) return answer;
      const choice = {
        fileName,
        title,
        competencyId: competencyId === undefined ? suggestedCompetencyId : competencyId,
      };
      return { ...answer, schemeId: await write((work) => importScheme(work, read, choice)) };
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
