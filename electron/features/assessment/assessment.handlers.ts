import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import { listConflicts } from './conflicts.repository.ts';
import { explainAttempt, getAttemptHistory } from './attemptReview.service.ts';
import { changeForms, getForms } from './forms.service.ts';
import { getJudging, scoreAspect } from './judging.service.ts';
import { changeState } from './life.service.ts';
import { setPairReading } from './pairs.service.ts';
import { getResults } from './results.service.ts';
import { declareConflict, getTeams, replaceJudge, setTeam } from './teams.service.ts';

/** Marking as at the championship. */
export const assessmentHandlers: FeatureHandlers<'assessment'> = {
  'assessment.getTeams': ({ sessionId }, { db }) => getTeams(db, sessionId),
  'assessment.setTeam': async (input, { write }) => {
    await write((work) => setTeam(work, input));
    return {};
  },
  'assessment.listConflicts': async ({ studentIds }, { db }) => ({
    conflicts: await listConflicts(db, studentIds),
  }),
  'assessment.declareConflict': async (input, { write }) => ({
    id: await write((work) => declareConflict(work, input)),
  }),
  'assessment.withdrawConflict': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('judge_conflicts', id), 'conflict'));
    return {};
  },
  'assessment.replaceJudge': async (input, { write }) => {
    await write((work) => replaceJudge(work, input));
    return {};
  },
  'assessment.getJudging': (input, { db }) => getJudging(db, input),
  'assessment.scoreAspect': async (input, { write }) => ({
    state: await write((work) => scoreAspect(work, input)),
  }),
  'assessment.setPairReading': async (input, { write }) => {
    const { kind, round } = await write((work) => setPairReading(work, input));
    return { kind, round };
  },
  'assessment.changeState': async (input, { write }) => ({
    state: await write((work) => changeState(work, input)),
  }),
  'assessment.changeStates': async ({ attemptIds, ...step }, { write }) => {
    await write(async (work) => {
      for (const attemptId of attemptIds) await changeState(work, { attemptId, ...step });
      work.describe({ count: attemptIds.length });
    });
    return {};
  },
  'assessment.getForms': (input, { db }) => getForms(db, input),
  'assessment.changeForms': async (input, { write }) => {
    await write((work) => changeForms(work, input));
    return {};
  },
  'assessment.getHistory': ({ attemptId }, { db }) => getAttemptHistory(db, attemptId),
  'assessment.getResults': (input, { db }) => getResults(db, input),
  'assessment.explainAttempt': ({ attemptId }, { db }) => explainAttempt(db, attemptId),
};
