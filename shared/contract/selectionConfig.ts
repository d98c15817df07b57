import { z } from 'zod';
import { tieFigures } from '#shared/domain/selection/inputs.ts';
import { id, line } from './values.ts';

/** Name of a criterion: a known one, or an own one (`own:1` … `own:9`). */
export const criterionKey = z.string().regex(/^([a-z_]{1,30}|own:[1-9])$/);

const normalisation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed'),
    from: z.number().min(-1000).max(1000),
    to: z.number().min(-1000).max(1000),
  }),
  z.strictObject({ kind: z.literal('within_competency') }),
]);

const criterion = z.strictObject({
  key: criterionKey,
  name: line,
  weight: z.number().min(0).max(1000),
  normalisation,
});

const eligibilityRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('age') }),
  z.strictObject({ kind: z.literal('consent') }),
  z.strictObject({ kind: z.literal('status') }),
  z.strictObject({
    kind: z.literal('min_attempts'),
    count: z.number().int().min(1).max(500),
    days: z.number().int().min(1).max(2000),
  }),
  z.strictObject({ kind: z.literal('min_percent'), percent: z.number().min(0).max(100) }),
  z.strictObject({ kind: z.literal('mock_required'), count: z.number().int().min(1).max(50) }),
  z.strictObject({ kind: z.literal('conflict'), competencyIds: z.tuple([id, id]) }),
  z.strictObject({
    kind: z.literal('own'),
    id: z.string().min(1).max(40),
    text: line,
    failingStudentIds: z.array(id).max(1000),
  }),
]);

const ruleId = z.string().min(1).max(80);
const seat = z.enum(['main', 'reserve', 'any']);
const scope = z.enum(['competency', 'delegation']);
const couple = z.tuple([id, id]).refine(([one, other]) => one !== other);
const place = { id: ruleId, studentId: id, competencyId: id.nullable(), seat };

const selectionRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('must'), ...place }),
  z.strictObject({ kind: z.literal('must_not'), ...place }),
  z.strictObject({ kind: z.literal('together'), id: ruleId, studentIds: couple, scope }),
  z.strictObject({ kind: z.literal('apart'), id: ruleId, studentIds: couple, scope }),
  z.strictObject({
    kind: z.literal('quota'),
    id: ruleId,
    attribute: z.enum(['group', 'course']),
    value: line,
    min: z.number().int().min(0).max(500).nullable(),
    max: z.number().int().min(0).max(500).nullable(),
  }),
  z.strictObject({
    kind: z.literal('floor'),
    id: ruleId,
    competencyId: id.nullable(),
    /** Hundredths of a point of the value. */
    minValue: z.number().int().min(0).max(10_000),
  }),
  z.strictObject({ kind: z.literal('fill'), id: ruleId, competencyId: id.nullable() }),
  z.strictObject({ kind: z.literal('conflict'), id: ruleId, competencyIds: couple }),
]);

const seed = z.number().int().min(0).max(2_147_483_647);

/** Everything that a scenario sets. */
export const scenarioConfig = z.strictObject({
  criteria: z.array(criterion).min(1).max(20),
  missing: z.enum(['leave_out', 'zero']),
  eligibility: z.array(eligibilityRule).max(40),
  rules: z.array(selectionRule).max(500),
  pairValues: z
    .array(
      z.strictObject({
        competencyId: id,
        studentIds: couple,
        /** Hundredths of a point. */
        bonus: z.number().int().min(-10_000).max(10_000),
      }),
    )
    .max(500),
  competenciesPerStudent: z.number().int().min(1).max(5),
  objective: z.enum(['total', 'weakest']),
  tie: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('published'), figure: z.enum(tieFigures), seed }),
    z.strictObject({ kind: z.literal('seed'), seed }),
  ]),
});
export type ScenarioConfig = z.infer<typeof scenarioConfig>;
