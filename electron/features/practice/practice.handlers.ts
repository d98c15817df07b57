import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import { listIncidents, listOpenSessions, listTimers } from './practice.repository.ts';
import { addIncident, repeatLast, startTimers, switchTimers } from './practice.service.ts';

/** Stopwatches, incidents, and repeating the last session. */
export const practiceHandlers: FeatureHandlers<'practice'> = {
  'practice.getBoard': async ({ sessionId }, { db, now }) => ({
    timers: await listTimers(db, { sessionId }),
    incidents: await listIncidents(db, sessionId),
    now,
  }),
  'practice.listOpen': async (_, { db }) => ({ sessions: await listOpenSessions(db) }),
  'practice.startTimers': async (input, { write }) => ({
    ids: await write((work) => startTimers(work, input)),
  }),
  'practice.switchTimers': async ({ ids, state }, { write }) => {
    await write((work) => switchTimers(work, ids, state));
    return {};
  },
  'practice.removeTimer': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('timers', id), 'timer'));
    return {};
  },
  'practice.addIncident': async (input, { write }) => ({
    id: await write((work) => addIncident(work, input)),
  }),
  'practice.removeIncident': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('incidents', id), 'incident'));
    return {};
  },
  'practice.repeatLast': async (input, { write }) => ({
    sessionId: await write((work) => repeatLast(work, input)),
  }),
};
