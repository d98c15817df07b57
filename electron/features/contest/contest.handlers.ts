import type { FeatureHandlers } from '../../router/handlers.ts';
import {
  addCompetitors,
  changeCompetitor,
  drawRunningOrder,
  removeCompetitor,
  setRunningOrder,
} from './competitors.service.ts';
import { findBySession, getBoard, getContest, getEntry, listContests } from './contest.service.ts';
import { setDay, setScheme } from './prepare.service.ts';
import { getContestResults } from './results.service.ts';
import { freeze, publish, reopen, setMedalRules } from './state.service.ts';

/** Closing and opening results is taken back by the opposite step, which says why, and not by undo. */
const FOR_GOOD = { undoable: false };

/** Championships that the college holds itself. */
export const contestHandlers: FeatureHandlers<'contest'> = {
  'contest.list': (_, { db }) => listContests(db),
  'contest.get': ({ championshipId }, { db }) => getContest(db, championshipId),
  'contest.getEntry': ({ entryId }, { db }) => getEntry(db, entryId),
  'contest.findBySession': ({ sessionId }, { db }) => findBySession(db, sessionId),
  'contest.getBoard': ({ championshipId }, { db }) => getBoard(db, championshipId),
  'contest.getResults': (input, { db }) => getContestResults(db, input),
  'contest.setScheme': async ({ entryId, schemeId }, { write }) => ({
    sessionId: await write((work) => setScheme(work, entryId, schemeId)),
  }),
  'contest.addCompetitors': async ({ entryId, competitors }, { write }) => ({
    ids: await write((work) => addCompetitors(work, entryId, competitors)),
  }),
  'contest.changeCompetitor': async ({ id, ...input }, { write }) => {
    await write((work) => changeCompetitor(work, id, input));
    return {};
  },
  'contest.removeCompetitor': async ({ id }, { write }) => {
    await write((work) => removeCompetitor(work, id));
    return {};
  },
  'contest.drawOrder': async ({ entryId, seed }, { write }) => {
    await write((work) => drawRunningOrder(work, entryId, seed));
    return {};
  },
  'contest.setOrder': async ({ entryId, competitorIds }, { write }) => {
    await write((work) => setRunningOrder(work, entryId, competitorIds));
    return {};
  },
  'contest.setDay': async (input, { write }) => {
    await write((work) => setDay(work, input));
    return {};
  },
  'contest.freeze': async ({ entryIds, ...by }, { write }) => {
    await write((work) => freeze(work, entryIds, by), FOR_GOOD);
    return {};
  },
  'contest.publish': async ({ entryIds, ...by }, { write }) => {
    await write((work) => publish(work, entryIds, by), FOR_GOOD);
    return {};
  },
  'contest.reopen': async (input, { write }) => {
    await write((work) => reopen(work, input), FOR_GOOD);
    return {};
  },
  'contest.setMedalRules': async ({ championshipId, rules }, { write }) => {
    await write((work) => setMedalRules(work, championshipId, rules));
    return {};
  },
};
