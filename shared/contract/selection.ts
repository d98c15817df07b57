import { z } from 'zod';
import { command, query } from './route.ts';
import { objection, stability, valued } from './selectionCandidates.ts';
import { criterionKey, scenarioConfig } from './selectionConfig.ts';
import { outcome, pick, placeChange, runSummary, totals } from './selectionOutcome.ts';
import {
  commissionMember,
  replacementReasons,
  selectionHead,
  selectionStatuses,
  whole,
} from './selectionView.ts';
import { done, filledLine, id, line, text } from './values.ts';

const runErrors = ['not_found', 'solver_cancelled', 'solver_too_long', 'solver_failed'] as const;
/** Chosen by the page; progress events and `selection.cancel` name it. */
const task = z.string().min(1).max(80);

export const selectionRoutes = {
  'selection.list': query({
    permission: 'selection.read',
    input: z.strictObject({ championshipId: id.optional() }),
    output: z.object({
      selections: z.array(selectionHead.pick({ id: true, championshipId: true, name: true, status: true })),
    }),
  }),
  'selection.get': query({
    permission: 'selection.read',
    input: z.strictObject({ id }),
    output: whole,
    errors: ['not_found'],
  }),
  'selection.create': command({
    permission: 'selection.write',
    input: z.strictObject({
      championshipId: id,
      name: filledLine,
      scenarioName: filledLine,
      config: scenarioConfig,
    }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'selection.update': command({
    permission: 'selection.write',
    input: z.strictObject({
      id,
      name: filledLine,
      notes: text,
      commission: z.array(commissionMember).max(30),
    }),
    output: done,
    errors: ['not_found'],
  }),
  'selection.remove': command({
    permission: 'selection.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'selection_decided'],
  }),
  'selection.createScenario': command({
    permission: 'selection.write',
    input: z.strictObject({ selectionId: id, name: filledLine, notes: text, config: scenarioConfig }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'selection.updateScenario': command({
    permission: 'selection.write',
    input: z.strictObject({ id, name: filledLine, notes: text, config: scenarioConfig }),
    output: done,
    errors: ['not_found'],
  }),
  'selection.removeScenario': command({
    permission: 'selection.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'selection_decided'],
  }),
  /** Records an exception to an eligibility rule; an empty reason takes it away. */
  'selection.setOverride': command({
    permission: 'selection.write',
    input: z.strictObject({
      selectionId: id,
      studentId: id,
      competencyId: id,
      rule: z.string().min(1).max(120),
      reason: line,
    }),
    output: done,
    errors: ['not_found'],
  }),
  /** What an expert says of a candidate, 0…100; null takes it away. */
  'selection.setAssessment': command({
    permission: 'selection.write',
    input: z.strictObject({
      studentId: id,
      competencyId: id,
      criterion: criterionKey,
      assessor: line,
      value: z.number().min(0).max(100).nullable(),
    }),
    output: done,
    errors: ['not_found'],
  }),
  /** Makes the choice of a scenario from today's figures and keeps the run. */
  'selection.solve': command({
    permission: 'selection.write',
    input: z.strictObject({ scenarioId: id, task }),
    output: z.object({ runId: id, outcome }),
    errors: runErrors,
  }),
  /** The choice that settings would give today, not kept: what moving a weight does. */
  'selection.preview': query({
    permission: 'selection.read',
    input: z.strictObject({ scenarioId: id, config: scenarioConfig, task }),
    output: z.object({ outcome }),
    errors: runErrors,
  }),
  /** A run as a file that another machine can check. */
  'selection.exportRun': query({
    permission: 'selection.read',
    input: z.strictObject({ runId: id }),
    output: z.object({ fileName: z.string(), content: z.string() }),
    errors: ['not_found'],
  }),
  /** Solves what a file holds again, without any of the data of this machine. */
  'selection.checkRecord': query({
    permission: 'selection.read',
    input: z.strictObject({ content: z.string().max(24_000_000), task }),
    output: z.object({
      isHashRight: z.boolean(),
      isSame: z.boolean(),
      /** Solver of the record and of this machine. */
      recordSolver: z.string(),
      solver: z.string(),
      hash: z.string(),
    }),
    errors: [...runErrors, 'selection_record'],
  }),
  'selection.cancel': query({
    permission: 'selection.read',
    input: z.strictObject({ task }),
    output: done,
  }),
  'selection.getRun': query({
    permission: 'selection.read',
    input: z.strictObject({ runId: id }),
    output: runSummary.extend({
      seed: z.number().int(),
      /** Settings as they were when the run was made. */
      config: scenarioConfig,
      objections: z.array(objection),
      candidates: z.array(valued),
      stability: stability.nullable(),
    }),
    errors: ['not_found'],
  }),
  /** Why a candidate is not a main competitor (or is): the choice with the opposite forced. */
  'selection.why': query({
    permission: 'selection.read',
    input: z.strictObject({ runId: id, studentId: id, competencyId: id, task }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('loss'),
        entries: z.number().int(),
        main: z.number(),
        weakest: z.number(),
        tippingPoint: z.number().nullable(),
        changes: z.array(placeChange),
      }),
      z.object({ kind: z.literal('forbidden'), groups: z.array(z.string()) }),
    ]),
    errors: runErrors,
  }),
  'selection.alternatives': query({
    permission: 'selection.read',
    input: z.strictObject({ runId: id, task, limit: z.number().int().min(1).max(20).default(5) }),
    output: z.object({
      alternatives: z.array(
        z.object({ totals, picks: z.array(pick), changes: z.array(placeChange), isEqual: z.boolean() }),
      ),
    }),
    errors: runErrors,
  }),
  /** Measures how firm a run is and keeps the answer with it. */
  'selection.measureStability': command({
    permission: 'selection.write',
    input: z.strictObject({ runId: id, task, draws: z.number().int().min(5).max(1000).default(100) }),
    output: stability,
    errors: runErrors,
  }),
  /** Solves a stored run again from what is stored with it, and compares. */
  'selection.replay': query({
    permission: 'selection.read',
    input: z.strictObject({ runId: id, task }),
    output: z.object({ isHashRight: z.boolean(), isSame: z.boolean(), solver: z.string() }),
    errors: runErrors,
  }),
  /** Takes the next step of the decision. Approving names the run. */
  'selection.setStatus': command({
    permission: 'selection.write',
    input: z.strictObject({
      id,
      status: z.enum(selectionStatuses),
      person: filledLine,
      note: text,
      runId: id.nullable(),
    }),
    output: done,
    errors: ['not_found', 'selection_step'],
  }),
  /** Records who leaves the approved team, or had a free place of it last, and who takes the place. */
  'selection.replace': command({
    permission: 'selection.write',
    input: z.strictObject({
      selectionId: id,
      competencyId: id,
      seat: z.enum(['main', 'reserve']),
      outStudentId: id,
      inStudentId: id.nullable(),
      reason: z.enum(replacementReasons),
      note: text,
      person: filledLine,
    }),
    output: done,
    errors: ['not_found', 'selection_step', 'selection_replacement'],
  }),
};
