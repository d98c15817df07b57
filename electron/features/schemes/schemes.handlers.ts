import { summarizeScheme } from '#shared/domain/schemes/summarizeScheme.ts';
import type { FeatureHandlers, Handler } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import type { ReadSchemeWorkbook } from './schemeReader.ts';
import { saveDraft } from './schemeDraft.service.ts';
import { saveNextVersion } from './schemeNextVersion.service.ts';
import { compareVersions, copyScheme, listOpen, moveAttempts } from './schemeVersions.service.ts';
import { createScheme, exportScheme, getDraft } from './schemeEditor.service.ts';
import { cleanMapping, rememberMapping } from './workbookMappings.service.ts';
import { listMappings, listSchemes } from './schemes.repository.ts';
import { getScheme, importScheme, removeScheme, suggestCompetency } from './schemes.service.ts';

/** Reads a workbook, shows what is in it, and stores it when that is wanted. */
function createImportHandler(readWorkbook: ReadSchemeWorkbook): Handler<'schemes.importWorkbook'> {
  return async ({ fileName, content, dryRun, competencyId, title, mapping }, { db, write }) => {
    const given = mapping && cleanMapping(mapping);
    const remembered = await listMappings(db);
    const read = await readWorkbook(Buffer.from(content, 'base64'), { given, remembered });
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
    const schemeId = await write(async (work) => {
      if (given && read.fingerprint) await rememberMapping(work, read.fingerprint, given);
      return importScheme(work, read, choice);
    });
    return { ...answer, schemeId };
  };
}

/** The library of marking schemes and the way into it. */
export function createSchemeHandlers(readWorkbook: ReadSchemeWorkbook): FeatureHandlers<'schemes'> {
  return {
    'schemes.list': async ({ competencyId }, { db }) => ({ schemes: await listSchemes(db, competencyId) }),
    'schemes.get': async ({ id }, { db }) => getScheme(db, id),
    'schemes.importWorkbook': createImportHandler(readWorkbook),
    'schemes.update': async ({ id, title, competencyId }, { write }) => {
      await write(async (work) => {
        assertFound(await work.update('schemes', id, { title, competency_id: competencyId }), 'scheme');
      });
      return {};
    },
    'schemes.create': async (input, { write }) => ({ id: await write((work) => createScheme(work, input)) }),
    'schemes.copy': async ({ id, title }, { write }) => ({
      id: await write((work) => copyScheme(work, id, { title, isNextVersion: false })),
    }),
    'schemes.createVersion': async ({ id }, { db, write }) => {
      const { title } = await getScheme(db, id);
      return { id: await write((work) => copyScheme(work, id, { title, isNextVersion: true })) };
    },
    'schemes.getDraft': ({ id }, { db }) => getDraft(db, id),
    'schemes.saveDraft': async (input, { write }) => {
      await write((work) => saveDraft(work, input));
      return {};
    },
    'schemes.listOpenAttempts': async ({ id }, { db }) => {
      await getScheme(db, id);
      return { openAttempts: await listOpen(db, id) };
    },
    'schemes.saveNextVersion': (input, { write }) => write((work) => saveNextVersion(work, input)),
    'schemes.compareVersions': ({ id }, { db }) => compareVersions(db, id),
    'schemes.moveAttempts': async (input, { write }) => write((work) => moveAttempts(work, input)),
    'schemes.exportWorkbook': ({ id }, { db }) => exportScheme(db, id),
    'schemes.remove': async ({ id }, { write }) => {
      await write((work) => removeScheme(work, id));
      return {};
    },
  };
}
