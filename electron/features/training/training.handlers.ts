import type { FeatureHandlers } from '../../router/handlers.ts';
import { found } from '../../router/refusal.ts';
import { listAttempts, listMarks, listSubCriterionIds, readSharedJudging } from './attempts.repository.ts';
import { readStored, setMarks } from './marking.service.ts';
import { getSession, listAttendance, listSessions } from './sessions.repository.ts';
import {
  addAttempts,
  createSession,
  removeAttempt,
  removeSession,
  setAttendance,
  updateAttempt,
  updateSession,
} from './training.service.ts';

/** Sessions, attendance, attempts, marks. */
export const trainingHandlers: FeatureHandlers<'training'> = {
  'training.listSessions': async (input, { db }) => listSessions(db, input),
  'training.getSession': async ({ id }, { db }) => ({
    session: found(await getSession(db, id), 'session'),
    attendance: (await listAttendance(db, id)).map(({ id: _, ...entry }) => entry),
    attempts: await listAttempts(db, id),
  }),
  'training.createSession': async (input, { write }) => ({
    id: await write((work) => createSession(work, input)),
  }),
  'training.updateSession': async ({ id, ...input }, { write }) => {
    await write((work) => updateSession(work, id, input));
    return {};
  },
  'training.removeSession': async ({ id }, { write }) => {
    await write((work) => removeSession(work, id));
    return {};
  },
  'training.setAttendance': async ({ sessionId, entries }, { write }) => {
    await write((work) => setAttendance(work, sessionId, entries));
    return {};
  },
  'training.addAttempts': async (input, { write }) => ({
    attemptIds: await write((work) => addAttempts(work, input)),
  }),
  'training.updateAttempt': async ({ id, status, durationMinutes, notes }, { write }) => {
    await write((work) => updateAttempt(work, id, { status, durationMinutes, notes }));
    return {};
  },
  'training.removeAttempt': async ({ id }, { write }) => {
    await write((work) => removeAttempt(work, id));
    return {};
  },
  'training.getSheet': async ({ sessionId, schemeId }, { db }) => {
    found(await getSession(db, sessionId), 'session');
    const attempts = await listAttempts(db, sessionId, schemeId);
    const ids = attempts.map((attempt) => attempt.id);
    const isJudgedByTeam = await readSharedJudging(db, [sessionId]);
    const subCriteria = await listSubCriterionIds(db, schemeId);
    return {
      attempts,
      marks: await listMarks(db, ids),
      teamSubCriterionIds: [...subCriteria].filter((id) => isJudgedByTeam(sessionId, id)),
    };
  },
  'training.setMarks': async ({ marks, reason }, { db, write }) => {
    const attemptIds = await write((work) => setMarks(work, marks, reason || null));
    return readStored(db, marks, attemptIds);
  },
};
