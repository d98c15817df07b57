import { z } from 'zod';
import { attemptStates, attemptSteps } from '../domain/assessment/attemptLife.ts';
import { markingFormStates, markingFormSteps } from '../domain/assessment/formLife.ts';
import { pairs } from '../domain/assessment/dualMarking.ts';
import type { ExplainNode } from '../domain/assessment/explain.ts';
import { medalKinds, type MedalReason } from '../domain/assessment/medals.ts';
import { command, query } from './route.ts';
import { measuredValue } from './schemeDocument.ts';
import { done, filledLine, hundredths, id, line, moment, text } from './values.ts';

const score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

const teamMember = z.object({
  expertId: id,
  name: z.string(),
  role: z.enum(['judge', 'supervisor']),
});

const team = z.object({
  /** Null: the whole session, where a sub-criterion has no team of its own. */
  subCriterionId: id.nullable(),
  members: z.array(teamMember),
});
export type JudgeTeam = z.infer<typeof team>;

/** Why an expert may not judge a student: said by somebody, or because they are a mentor of the student. */
export const conflictKinds = ['declared', 'mentored', 'trained'] as const;

const conflict = z.object({
  /** Null: not declared; it follows from an internship or from the mentors of a squad. */
  id: id.nullable(),
  expertId: id,
  expertName: z.string(),
  studentId: id,
  studentName: z.string(),
  why: z.enum(conflictKinds),
  /** What was declared; empty for a mentor. */
  reason: z.string(),
  /** Whose mentor it is; empty when it was declared. */
  partnerName: z.string(),
});
export type JudgeConflict = z.infer<typeof conflict>;

const judgingState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no_judges') }),
  z.object({ kind: z.literal('waiting'), round: z.number().int(), missing: z.array(id) }),
  z.object({ kind: z.literal('spread'), round: z.number().int(), scores: z.array(z.number().int()) }),
  z.object({
    kind: z.literal('agreed'),
    round: z.number().int(),
    scores: z.array(z.number().int()),
    markHundredths: hundredths,
  }),
]);

const judgedCell = z.object({
  attemptId: id,
  aspectId: id,
  state: judgingState,
  /** Only what the one who asks may see. */
  scores: z.array(
    z.object({ expertId: id, round: z.number().int(), score: z.number().int(), note: z.string() }),
  ),
});
export type JudgedCell = z.infer<typeof judgedCell>;

const judgedAttempt = z.object({
  attemptId: id,
  /** Who may mark this competitor, replacements included. */
  judges: z.array(id),
  /** Judges with a conflict whom nobody replaces yet. */
  needReplacement: z.array(id),
  /** Why each judge of the team who may not mark this competitor may not. */
  conflicts: z.array(conflict),
});

const dualState = z.object({
  attemptId: id,
  aspectId: id,
  kind: z.enum(['waiting', 'differs', 'agreed']),
  round: z.number().int(),
  missing: z.array(z.enum(pairs)),
  markHundredths: hundredths.nullable(),
  /** Finished rounds only. */
  readings: z.array(z.object({ pair: z.enum(pairs), round: z.number().int(), markHundredths: hundredths })),
});
export type DualReadingState = z.infer<typeof dualState>;

const historyEntry = z.object({
  at: moment,
  actorName: z.string(),
  actionName: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  what: z.enum(['state', 'form', 'mark', 'judge_score', 'reading', 'attempt']),
  /** Positional code and text of the aspect, for marks; code and name of the sub-criterion, for forms. */
  aspectCode: z.string().nullable(),
  aspectDescription: z.string().nullable(),
  /** Who acted in the matter: the judge of a score, or the person who finished or verified. */
  personName: z.string().nullable(),
  /** Hundredths, scores or states as they were and as they became; null: nothing. */
  before: z.union([z.string(), z.number()]).nullable(),
  after: z.union([z.string(), z.number()]).nullable(),
  reason: z.string(),
});
export type AttemptHistoryEntry = z.infer<typeof historyEntry>;

const explainNode: z.ZodType<ExplainNode, ExplainNode> = z.custom<ExplainNode>(
  (value) => typeof value === 'object' && value !== null && 'rule' in value,
);

const markSum = z.object({
  markHundredths: hundredths,
  markedMaxHundredths: hundredths,
  maxHundredths: hundredths,
  markedCount: z.number().int(),
  notAttemptedCount: z.number().int(),
  count: z.number().int(),
});

const medalReason = z.custom<MedalReason>((value) => typeof value === 'string');

/** Rules of the medals, see shared/domain/assessment/medals.ts. */
export const medalRules = z.strictObject({
  tieHundredths: hundredths,
  medallionFrom: z.number().int().min(0).max(1000).nullable(),
});

const resultRow = z.object({
  attemptId: id,
  studentId: id,
  /** Of a team its name. */
  studentName: z.string(),
  /** Of a team; nobody for one person. */
  memberNames: z.array(z.string()),
  state: z.enum(attemptStates),
  totalHundredths: hundredths,
  place: z.number().int().nullable(),
  isTied: z.boolean(),
  /** An estimate; the formula of WorldSkills is not public. Null with fewer than five competitors. */
  scalePoints: z.number().int().nullable(),
  medal: z.object({ kind: z.enum(medalKinds), reason: medalReason }).nullable(),
  /** Aspects without a mark and not noted as not attempted. */
  missingCount: z.number().int(),
  whole: markSum,
  criteria: z.array(z.object({ code: z.string(), sum: markSum })),
  subCriteria: z.array(z.object({ code: z.string(), sum: markSum })),
  sections: z.array(z.object({ number: z.number().int(), sum: markSum })),
});
export type ResultRow = z.infer<typeof resultRow>;

const formStanding = z.object({
  attemptId: id,
  subCriterionId: id,
  /** 'out': the competitor is out of the competition. */
  state: z.enum([...markingFormStates, 'out']),
  /** Aspects without a mark and not noted as not attempted. */
  missingCount: z.number().int(),
  /** Names of the people. */
  completedBy: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  /** Why it was opened again. */
  reason: z.string(),
});
export type FormStanding = z.infer<typeof formStanding>;

const judge = { attemptId: id, aspectId: id, expertId: id };

/** Marking as at the championship: teams of judges, conflicts, rounds, pairs, and the life of a result. */
export const assessmentRoutes = {
  'assessment.getTeams': query({
    permission: 'assessment.read',
    input: z.strictObject({ sessionId: id }),
    output: z.object({ teams: z.array(team), conflicts: z.array(conflict) }),
    errors: ['not_found'],
  }),
  /** Names who judges in a session, or in one of its sub-criteria; nobody: the team is taken away. */
  'assessment.setTeam': command({
    permission: 'training.write',
    input: z.strictObject({
      sessionId: id,
      subCriterionId: id.nullable(),
      judgeIds: z.array(id).max(20),
      supervisorId: id.nullable(),
    }),
    output: done,
    errors: ['not_found'],
  }),
  'assessment.listConflicts': query({
    permission: 'assessment.read',
    input: z.strictObject({ studentIds: z.array(id).max(500).optional() }),
    output: z.object({ conflicts: z.array(conflict) }),
  }),
  'assessment.declareConflict': command({
    permission: 'training.write',
    input: z.strictObject({ expertId: id, studentId: id, reason: filledLine }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'assessment.withdrawConflict': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Names who judges one competitor in the place of a judge with a conflict. */
  'assessment.replaceJudge': command({
    permission: 'training.write',
    input: z.strictObject({ attemptId: id, outExpertId: id, inExpertId: id }),
    output: done,
    errors: ['not_found', 'judge_conflict', 'judge_already_in_team'],
  }),
  'assessment.getJudging': query({
    permission: 'assessment.read',
    input: z.strictObject({
      sessionId: id,
      subCriterionId: id,
      /** Whose eyes: own scores of an open round are seen, others' are not. */
      viewerExpertId: id.nullable(),
    }),
    output: z.object({
      team: z.array(teamMember),
      attempts: z.array(judgedAttempt),
      cells: z.array(judgedCell),
      dual: z.array(dualState),
    }),
    errors: ['not_found'],
  }),
  'assessment.scoreAspect': command({
    permission: 'assessment.write',
    input: z.strictObject({ ...judge, score, note: line }),
    output: z.object({ state: judgingState }),
    errors: [
      'not_found',
      'aspect_not_in_attempt',
      'mark_wrong_kind',
      'attempt_closed',
      'form_verified',
      'judge_conflict',
      'judge_not_in_team',
      'note_needed',
    ],
  }),
  /** What one of two pairs measured: a value where the aspect has a calculation, else a mark. */
  'assessment.setPairReading': command({
    permission: 'assessment.write',
    input: z.strictObject({
      attemptId: id,
      aspectId: id,
      pair: z.enum(pairs),
      entry: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('points'), markHundredths: hundredths }),
        z.strictObject({ kind: z.literal('measured'), measured: measuredValue }),
      ]),
    }),
    output: z.object({ kind: z.enum(['waiting', 'differs', 'agreed']), round: z.number().int() }),
    errors: [
      'not_found',
      'aspect_not_in_attempt',
      'mark_wrong_kind',
      'mark_above_maximum',
      'mark_partial_not_allowed',
      'measured_wrong_kind',
      'measured_out_of_range',
      'calculation_not_computable',
      'attempt_closed',
      'form_verified',
      'pairs_agreed',
    ],
  }),
  /** The next step in the life of a result. `byExpertId`: who takes it; verifying needs another than finished it. */
  'assessment.changeState': command({
    permission: 'assessment.write',
    input: z.strictObject({
      attemptId: id,
      step: z.enum(attemptSteps),
      byExpertId: id.nullable(),
      reason: text,
    }),
    output: z.object({ state: z.enum(attemptStates) }),
    errors: [
      'not_found',
      'attempt_wrong_state',
      'attempt_marks_missing',
      'attempt_person_needed',
      'attempt_same_person',
      'reason_needed',
    ],
  }),
  /** The same step for many results, all or none: a whole competency is verified at once. */
  'assessment.changeStates': command({
    permission: 'assessment.write',
    input: z.strictObject({
      attemptIds: z.array(id).min(1).max(500),
      step: z.enum(attemptSteps),
      byExpertId: id.nullable(),
      reason: text,
    }),
    output: done,
    errors: [
      'not_found',
      'attempt_wrong_state',
      'attempt_marks_missing',
      'attempt_person_needed',
      'attempt_same_person',
      'reason_needed',
      'contest_frozen',
    ],
  }),
  /** Where the marking forms (one sub-criterion of one competitor) of a scheme's attempts stand. */
  'assessment.getForms': query({
    permission: 'assessment.read',
    input: z.strictObject({ sessionId: id, schemeId: id, attemptId: id.optional() }),
    output: z.object({ forms: z.array(formStanding) }),
    errors: ['not_found'],
  }),
  /** The next step of marking forms, all or none; the result is verified once all its forms are. */
  'assessment.changeForms': command({
    permission: 'assessment.write',
    input: z.strictObject({
      forms: z
        .array(z.strictObject({ attemptId: id, subCriterionId: id }))
        .min(1)
        .max(10_000),
      step: z.enum(markingFormSteps),
      byExpertId: id.nullable(),
      reason: text,
    }),
    output: done,
    errors: [
      'not_found',
      'attempt_closed',
      'attempt_wrong_state',
      'attempt_marks_missing',
      'attempt_person_needed',
      'attempt_same_person',
      'reason_needed',
      'contest_frozen',
    ],
  }),
  'assessment.getHistory': query({
    permission: 'assessment.read',
    input: z.strictObject({ attemptId: id }),
    output: z.object({ entries: z.array(historyEntry) }),
    errors: ['not_found'],
  }),
  /** The way from the raw marks to the total of an attempt. */
  'assessment.explainAttempt': query({
    permission: 'assessment.read',
    input: z.strictObject({ attemptId: id }),
    output: z.object({
      tree: explainNode,
      schemeId: id,
      sessionId: id,
      /** Names of the judges in the tree. */
      judges: z.array(z.object({ expertId: id, name: z.string() })),
      state: z.enum(attemptStates),
      completedBy: z.string().nullable(),
      verifiedBy: z.string().nullable(),
      stateReason: z.string(),
    }),
    errors: ['not_found'],
  }),
  /** Ranking, estimated scale and medals of those who did a scheme in a session, with sums of every level. */
  'assessment.getResults': query({
    permission: 'assessment.read',
    input: z.strictObject({ sessionId: id, schemeId: id, rules: medalRules.optional() }),
    output: z.object({ results: z.array(resultRow) }),
    errors: ['not_found'],
  }),
};
