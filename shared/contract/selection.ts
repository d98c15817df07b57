import { z } from 'zod';
import { command, query } from './route.ts';
import { criterionKey, scenarioConfig } from './selectionConfig.ts';
import { day, done, filledLine, id, line, moment, text } from './values.ts';

/** The way of a decision; each step is taken by a named person. */
export const selectionStatuses = ['proposed', 'discussed', 'approved', 'published'] as const;
export const replacementReasons = ['injury', 'withdrawal', 'discipline', 'other'] as const;

const figure = z.object({
  value: z.number().nullable(),
  deviation: z.number().nullable(),
  count: z.number(),
});

/** What eligibility rules look at. */
const facts = z.object({
  studentId: id,
  competencyId: id,
  birthDate: day.nullable(),
  consent: z.string(),
  studentStatus: z.string(),
  candidateStatus: z.string(),
  attemptDays: z.array(day),
  levelPercent: z.number().nullable(),
  mockCount: z.number().int(),
  squadIds: z.array(id),
});

const candidate = z.object({
  studentId: id,
  competencyId: id,
  /** Age limit of the competency at the championship; null: none. */
  maxAge: z.number().int().nullable(),
  figures: z.record(z.string(), figure),
  facts,
});
export type SelectionCandidate = z.infer<typeof candidate>;

const student = z.object({
  id,
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  groupName: z.string(),
  course: z.number().int().nullable(),
});
export type SelectionStudent = z.infer<typeof student>;

const seatKind = z.enum(['main', 'reserve']);
const pick = z.object({
  studentId: id,
  competencyId: id,
  seat: seatKind,
  entry: z.number().int(),
  value: z.number(),
});

const totals = z.object({
  entries: z.number().int(),
  main: z.number(),
  weakest: z.number().nullable(),
  reserves: z.number().int(),
  reserve: z.number(),
});

const choice = z.object({ picks: z.array(pick), totals, isTie: z.boolean() });
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chosen'), choice }),
  /** Names of rules and of the program's own conditions that cannot all hold. */
  z.object({ kind: z.literal('contradiction'), groups: z.array(z.string()) }),
]);

const place = z.object({ competencyId: id, seat: seatKind }).nullable();
const placeChange = z.object({ studentId: id, from: place, to: place });
export type SelectionPlaceChange = z.infer<typeof placeChange>;

const runSummary = z.object({
  id,
  scenarioId: id,
  madeAt: moment,
  /** SHA-256 of inputs, rules, solver and seed. */
  hash: z.string(),
  solver: z.string(),
  outcome,
});
export type SelectionRunSummary = z.infer<typeof runSummary>;

const valuePart = z.object({
  key: z.string(),
  raw: z.number().nullable(),
  normalised: z.number().nullable(),
  share: z.number(),
  points: z.number(),
});

const valued = z.object({
  studentId: id,
  competencyId: id,
  isEligible: z.boolean(),
  value: z.number(),
  deviation: z.number(),
  parts: z.array(valuePart),
  ranks: z.object({ best: z.number(), rankFrom: z.number().int(), rankTo: z.number().int() }).nullable(),
});
export type SelectionValued = z.infer<typeof valued>;

const check = z.object({
  rule: z.string(),
  kind: z.enum([
    'age',
    'consent',
    'status',
    'min_attempts',
    'min_percent',
    'mock_required',
    'conflict',
    'own',
  ]),
  state: z.enum(['pass', 'fail', 'unknown']),
  found: z.number().nullable(),
  limit: z.number().nullable(),
  text: z.string(),
});

/** A rule that a candidate did not meet when the run was made, and the exception that was on record then. */
const objection = z.object({ studentId: id, competencyId: id, check, exception: z.string().nullable() });
export type SelectionObjection = z.infer<typeof objection>;

const stability = z.object({
  draws: z.number().int(),
  sameUnderWeights: z.number(),
  sameUnderMarks: z.number(),
  shares: z.array(
    z.object({ studentId: id, competencyId: id, underWeights: z.number(), underMarks: z.number() }),
  ),
  effects: z.array(
    z.object({
      key: z.string(),
      changesBelow: z.number().nullable(),
      changesAbove: z.number().nullable(),
    }),
  ),
});
export type SelectionStability = z.infer<typeof stability>;

const scenario = z.object({
  id,
  name: z.string(),
  notes: z.string(),
  config: scenarioConfig,
  /** Newest first. */
  runs: z.array(runSummary),
});
export type SelectionScenario = z.infer<typeof scenario>;

const override = z.object({
  id,
  studentId: id,
  competencyId: id.nullable(),
  rule: z.string(),
  reason: z.string(),
  at: moment,
});

const assessment = z.object({
  id,
  studentId: id,
  competencyId: id,
  criterion: z.string(),
  /** 0…100 */
  value: z.number(),
  assessor: z.string(),
  at: moment,
});

const commissionMember = z.strictObject({ name: filledLine, role: line });
export type CommissionMember = z.infer<typeof commissionMember>;

const step = z.object({
  status: z.enum(selectionStatuses),
  person: z.string(),
  note: z.string(),
  at: moment,
});

const replacement = z.object({
  id,
  competencyId: id,
  seat: seatKind,
  outStudentId: id,
  inStudentId: id.nullable(),
  reason: z.enum(replacementReasons),
  note: z.string(),
  person: z.string(),
  at: moment,
});
export type SelectionReplacement = z.infer<typeof replacement>;

const selectionHead = z.object({
  id,
  championshipId: id,
  name: z.string(),
  status: z.enum(selectionStatuses),
  notes: z.string(),
  commission: z.array(commissionMember),
  /** Who took which step, oldest first. */
  steps: z.array(step),
  /** The run that was approved. */
  decidedRunId: id.nullable(),
});
export type SelectionHead = z.infer<typeof selectionHead>;

const whole = z.object({
  selection: selectionHead,
  students: z.array(student),
  candidates: z.array(candidate),
  scenarios: z.array(scenario),
  overrides: z.array(override),
  assessments: z.array(assessment),
  replacements: z.array(replacement),
});
export type SelectionView = z.infer<typeof whole>;

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
  /** Records who leaves the approved team and who takes the place. */
  'selection.replace': command({
    permission: 'selection.write',
    input: z.strictObject({
      selectionId: id,
      competencyId: id,
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
