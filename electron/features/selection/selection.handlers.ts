import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { getChampionship, listChampionships } from './championships.repository.ts';
import { createChampionship, removeChampionship, updateChampionship } from './championships.service.ts';
import {
  askWhy,
  checkRecord,
  describeRun,
  exportRun,
  listAlternatives,
  measureStability,
  previewScenario,
  replayRun,
  solveScenario,
  type SelectionTools,
} from './runs.service.ts';
import { getSelection, listSelections } from './selection.repository.ts';
import {
  createSelection,
  describeSelection,
  removeScenario,
  removeSelection,
  replaceCompetitor,
  setAssessment,
  setOverride,
  setStatus,
} from './selection.service.ts';

/** Championships with their competencies and seats. */
export const championshipHandlers: FeatureHandlers<'championships'> = {
  'championships.list': async (_, { db }) => ({ championships: await listChampionships(db) }),
  'championships.get': async ({ id }, { db }) => found(await getChampionship(db, id), 'championship'),
  'championships.create': async (input, { write }) => ({
    id: await write((work) => createChampionship(work, input)),
  }),
  'championships.update': async ({ id, ...input }, { write }) => {
    await write((work) => updateChampionship(work, id, input));
    return {};
  },
  'championships.remove': async ({ id }, { write }) => {
    await write((work) => removeChampionship(work, id));
    return {};
  },
};

type SelectionHandlers = FeatureHandlers<'selection'>;
type Named<Names extends keyof SelectionHandlers> = Pick<SelectionHandlers, Names>;

const entryHandlers: Named<
  | 'selection.list'
  | 'selection.create'
  | 'selection.update'
  | 'selection.remove'
  | 'selection.createScenario'
  | 'selection.updateScenario'
  | 'selection.removeScenario'
  | 'selection.setOverride'
  | 'selection.setAssessment'
  | 'selection.setStatus'
  | 'selection.replace'
> = {
  'selection.list': async ({ championshipId }, { db }) => ({
    selections: (await listSelections(db, championshipId)).map(
      ({ id, championshipId: of, name, status }) => ({
        id,
        championshipId: of,
        name,
        status,
      }),
    ),
  }),
  'selection.create': async (input, { write }) => ({
    id: await write((work) => createSelection(work, input)),
  }),
  'selection.update': async ({ id, name, notes, commission }, { write }) => {
    await write(async (work) => {
      const patch = { name, notes, commission_json: JSON.stringify(commission) };
      assertFound(await work.update('selections', id, patch), 'selection');
      work.describe({ name });
    });
    return {};
  },
  'selection.remove': async ({ id }, { write }) => {
    await write((work) => removeSelection(work, id));
    return {};
  },
  'selection.createScenario': async ({ selectionId, name, notes, config }, { write }) => ({
    id: await write(async (work) => {
      found(await getSelection(work.db, selectionId), 'selection');
      const id = work.newId();
      const config_json = JSON.stringify(config);
      work.insert('selection_scenarios', { id, selection_id: selectionId, name, notes, config_json });
      work.describe({ name });
      return id;
    }),
  }),
  'selection.updateScenario': async ({ id, name, notes, config }, { write }) => {
    await write(async (work) => {
      const patch = { name, notes, config_json: JSON.stringify(config) };
      assertFound(await work.update('selection_scenarios', id, patch), 'scenario');
      work.describe({ name });
    });
    return {};
  },
  'selection.removeScenario': async ({ id }, { write }) => {
    await write((work) => removeScenario(work, id));
    return {};
  },
  'selection.setOverride': async (input, { write }) => {
    await write((work) => setOverride(work, input));
    return {};
  },
  'selection.setAssessment': async (input, { write }) => {
    await write((work) => setAssessment(work, input));
    return {};
  },
  'selection.setStatus': async (input, { write }) => {
    await write((work) => setStatus(work, input));
    return {};
  },
  'selection.replace': async (input, { write }) => {
    await write((work) => replaceCompetitor(work, input));
    return {};
  },
};

/** Selections, their scenarios, runs and decisions. */
export function createSelectionHandlers(tools: SelectionTools): SelectionHandlers {
  return {
    ...entryHandlers,
    'selection.get': async ({ id }, { db, today }) =>
      describeSelection(db, id, { today, sources: tools.sources }),
    'selection.solve': async (input, context) => solveScenario(context, tools, input),
    'selection.preview': async (input, context) => previewScenario(context, tools, input),
    'selection.exportRun': async ({ runId }, { db }) => exportRun(db, runId),
    'selection.checkRecord': async (input) => checkRecord(tools, input),
    'selection.cancel': ({ task }) => {
      tools.solver.cancel(task);
      return {};
    },
    'selection.getRun': async ({ runId }, { db }) => describeRun(db, runId),
    'selection.why': async (input, { db }) => askWhy(db, tools, input),
    'selection.alternatives': async (input, { db }) => listAlternatives(db, tools, input),
    'selection.measureStability': async (input, context) => measureStability(context, tools, input),
    'selection.replay': async (input, { db }) => replayRun(db, tools, input),
  };
}
