import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import { addGoal, describeGoals, updateGoal } from './goals.service.ts';
import type { KeptRecords } from './keptRecords.ts';

/** What students work towards. */
export const createGoalHandlers = (records: KeptRecords): FeatureHandlers<'goals'> => ({
  'goals.list': async (input, { db, today }) => ({
    goals: await describeGoals(db, { ...input, today }, (id) => records.record(db, id, today)),
  }),
  'goals.add': async (input, { write, today }) => ({
    id: await write((work) => addGoal(work, input, today)),
  }),
  'goals.update': async (input, { write }) => {
    await write((work) => updateGoal(work, input));
    return {};
  },
  'goals.remove': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('goals', id), 'goal'));
    return {};
  },
});
