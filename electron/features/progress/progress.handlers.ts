import type { FeatureHandlers } from '../../router/handlers.ts';
import { describeCollege, describeSquad, describeStudent } from './progress.service.ts';

/** Charts and the start page. */
export const progressHandlers: FeatureHandlers<'progress'> = {
  'progress.student': async (input, { db }) => describeStudent(db, input),
  'progress.squad': async (input, { db }) => describeSquad(db, input),
  'progress.overview': async (_, { db, today }) => describeCollege(db, today),
};
