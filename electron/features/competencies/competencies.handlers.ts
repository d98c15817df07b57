import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { getCompetency, listCandidates, listCompetencies } from './competencies.repository.ts';
import {
  addCandidates,
  createOwnCompetency,
  removeOwnCompetency,
  updateOwnCompetency,
} from './competencies.service.ts';

/** The catalogue, own competencies, squads. */
export const competencyHandlers: FeatureHandlers<'competencies'> = {
  'competencies.list': async (_, { db }) => ({ competencies: await listCompetencies(db) }),
  'competencies.get': async ({ id }, { db }) => found(await getCompetency(db, id), 'competency'),
  'competencies.createOwn': async (input, { write }) => ({
    id: await write((work) => Promise.resolve(createOwnCompetency(work, input))),
  }),
  'competencies.updateOwn': async ({ id, ...input }, { write }) => {
    await write((work) => updateOwnCompetency(work, id, input));
    return {};
  },
  'competencies.removeOwn': async ({ id }, { write }) => {
    await write((work) => removeOwnCompetency(work, id));
    return {};
  },
  'competencies.setTarget': async ({ id, targetHundredths }, { write }) => {
    await write(async (work) => {
      assertFound(
        await work.update('competencies', id, { target_hundredths: targetHundredths }),
        'competency',
      );
    });
    return {};
  },
  'competencies.listCandidates': async ({ competencyId }, { db }) => ({
    candidates: await listCandidates(db, competencyId),
  }),
  'competencies.addCandidates': async ({ competencyId, studentIds }, { write, today }) => ({
    added: await write((work) => addCandidates(work, competencyId, { studentIds, today })),
  }),
  'competencies.updateCandidate': async ({ id, status, targetHundredths, notes }, { write }) => {
    await write(async (work) => {
      const patch = { status, target_hundredths: targetHundredths, notes };
      assertFound(await work.update('candidates', id, patch), 'candidate');
    });
    return {};
  },
  'competencies.removeCandidate': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('candidates', id), 'candidate'));
    return {};
  },
};
