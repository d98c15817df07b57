import { z } from 'zod';
import { attemptStates } from '../domain/assessment/attemptLife.ts';
import { contestStates, formStates, orderKinds } from '../domain/assessment/contest.ts';
import { medalKinds, type MedalReason } from '../domain/assessment/medals.ts';
import type { MedalRule } from '../domain/assessment/medalStory.ts';
import { medalRules } from './assessment.ts';
import { stages } from './championships.ts';
import { command, query } from './route.ts';
import { day, done, filledLine, hundredths, id, line, moment, nothing } from './values.ts';

const count = z.number().int();

const head = {
  id,
  name: z.string(),
  stage: z.enum(stages),
  startDate: day,
  endDate: day.nullable(),
  place: z.string(),
  isMock: z.boolean(),
};

const listRow = z.object({
  ...head,
  competencyCount: count,
  competitorCount: count,
  /** Competencies by state. */
  states: z.object({ open: count, frozen: count, published: count }),
});
export type ContestListRow = z.infer<typeof listRow>;

const entry = z.object({
  id,
  competencyId: id,
  teamSize: count,
  /** One version of a marking scheme. */
  schemeId: id.nullable(),
  schemeTitle: z.string(),
  schemeVersion: count.nullable(),
  /** Holds the attempts, as a training session does; null before there is a scheme. */
  sessionId: id.nullable(),
  state: z.enum(contestStates),
  stateAt: moment.nullable(),
  stateByName: z.string().nullable(),
  stateReason: z.string(),
  orderKind: z.enum(orderKinds).nullable(),
  orderSeed: count.nullable(),
  competitorCount: count,
  /** Competitors whose result is verified, locked, or out of the competition. */
  readyCount: count,
  /** Aspects without an entry, of those who compete. */
  missingCount: count,
  markedCount: count,
});
export type ContestEntry = z.infer<typeof entry>;

const member = z.object({ studentId: id, name: z.string(), groupName: z.string() });

const competitor = z.object({
  id,
  position: count,
  teamName: z.string(),
  /** Team name, or names of the members. */
  label: z.string(),
  members: z.array(member),
  attemptId: id.nullable(),
  state: z.enum(attemptStates).nullable(),
  totalHundredths: hundredths,
  missingCount: count,
});
export type ContestCompetitor = z.infer<typeof competitor>;

const form = z.object({
  subCriterionId: id,
  code: z.string(),
  name: z.string(),
  /** Day of the championship from 1; null: none yet. */
  day: count.nullable(),
  /** Whether the day differs from that of the scheme. */
  isDayOwn: z.boolean(),
  aspectCount: count,
  judgeCount: count,
});
export type ContestForm = z.infer<typeof form>;

const cell = z.object({ state: z.enum(formStates), missing: count });

const board = z.object({
  entryId: id,
  competencyId: id,
  state: z.enum(contestStates),
  forms: z.array(form),
  competitors: z.array(
    z.object({
      id,
      position: count,
      label: z.string(),
      members: z.array(member),
      attemptId: id.nullable(),
      state: z.enum(attemptStates).nullable(),
      /** One a form, in the order of the forms. */
      cells: z.array(cell),
    }),
  ),
});
export type ContestBoard = z.infer<typeof board>;

const medal = z.object({
  kind: z.enum(medalKinds),
  reason: z.custom<MedalReason>((value) => typeof value === 'string'),
});

const contestResult = z.object({
  competitorId: id,
  label: z.string(),
  members: z.array(member),
  attemptId: id,
  state: z.enum(attemptStates),
  totalHundredths: hundredths,
  maxHundredths: hundredths,
  missingCount: count,
  place: count.nullable(),
  isTied: z.boolean(),
  /** An estimate; the formula of WorldSkills is not public. */
  scalePoints: count.nullable(),
  medal: medal.nullable(),
  /** Which rule decided, and against which total. */
  story: z.object({
    rule: z.custom<MedalRule>((value) => typeof value === 'string'),
    againstHundredths: count.nullable(),
    differenceHundredths: count.nullable(),
  }),
});
export type ContestResult = z.infer<typeof contestResult>;

const entryResults = z.object({
  entryId: id,
  competencyId: id,
  schemeId: id.nullable(),
  sessionId: id.nullable(),
  state: z.enum(contestStates),
  /** What the estimated scale rests on; null with fewer than five competitors. */
  scale: z.object({ medianHundredths: z.number(), madHundredths: z.number() }).nullable(),
  results: z.array(contestResult),
});
export type ContestEntryResults = z.infer<typeof entryResults>;

const competitorFields = { teamName: line, studentIds: z.array(id).min(1).max(12) };
const byWhom = { byExpertId: id.nullable() };

/** Championships that the college holds itself: who competes, in which order, marking, results, medals. */
export const contestRoutes = {
  'contest.list': query({
    permission: 'assessment.read',
    input: nothing,
    output: z.object({ contests: z.array(listRow) }),
  }),
  'contest.get': query({
    permission: 'assessment.read',
    input: z.strictObject({ championshipId: id }),
    output: z.object({ ...head, notes: z.string(), medalRules, entries: z.array(entry) }),
    errors: ['not_found'],
  }),
  'contest.getEntry': query({
    permission: 'assessment.read',
    input: z.strictObject({ entryId: id }),
    output: z.object({
      contest: z.object(head),
      entry,
      competitors: z.array(competitor),
      forms: z.array(form),
    }),
    errors: ['not_found'],
  }),
  /** The competition that a session belongs to; null: everyday practice. */
  'contest.findBySession': query({
    permission: 'assessment.read',
    input: z.strictObject({ sessionId: id }),
    output: z.object({
      found: z
        .object({
          championshipId: id,
          entryId: id,
          name: z.string(),
          state: z.enum(contestStates),
          medalRules,
          /** In the running order. */
          competitors: z.array(z.object({ attemptId: id, position: count, label: z.string() })),
        })
        .nullable(),
    }),
  }),
  /** Chooses the version of a scheme that is competed at; attempts of the competitors are begun. */
  'contest.setScheme': command({
    permission: 'contest.write',
    input: z.strictObject({ entryId: id, schemeId: id }),
    output: z.object({ sessionId: id }),
    errors: ['not_found', 'in_use', 'contest_frozen'],
  }),
  'contest.addCompetitors': command({
    permission: 'contest.write',
    input: z.strictObject({
      entryId: id,
      competitors: z.array(z.strictObject(competitorFields)).min(1).max(500),
    }),
    output: z.object({ ids: z.array(id) }),
    errors: ['not_found', 'contest_team_size', 'contest_already_competes', 'contest_frozen'],
  }),
  'contest.changeCompetitor': command({
    permission: 'contest.write',
    input: z.strictObject({ id, ...competitorFields }),
    output: done,
    errors: ['not_found', 'in_use', 'contest_team_size', 'contest_already_competes', 'contest_frozen'],
  }),
  /** Takes out a competitor who has no marks yet; who has some is noted as withdrawn instead. */
  'contest.removeCompetitor': command({
    permission: 'contest.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use', 'contest_frozen'],
  }),
  'contest.drawOrder': command({
    permission: 'contest.write',
    input: z.strictObject({ entryId: id, seed: z.number().int().min(0).max(999_999_999) }),
    output: done,
    errors: ['not_found', 'contest_frozen'],
  }),
  'contest.setOrder': command({
    permission: 'contest.write',
    input: z.strictObject({ entryId: id, competitorIds: z.array(id).min(1).max(500) }),
    output: done,
    errors: ['not_found', 'conflict', 'contest_frozen'],
  }),
  /** Marks a sub-criterion on another day than its scheme says; null: on no day. */
  'contest.setDay': command({
    permission: 'contest.write',
    input: z.strictObject({
      entryId: id,
      subCriterionId: id,
      day: z.number().int().min(1).max(30).nullable(),
    }),
    output: done,
    errors: ['not_found', 'contest_frozen'],
  }),
  'contest.getBoard': query({
    permission: 'assessment.read',
    input: z.strictObject({ championshipId: id }),
    output: z.object({ boards: z.array(board) }),
    errors: ['not_found'],
  }),
  /** Closes results: everybody's is verified or out; nothing changes any more unless it is reopened. */
  'contest.freeze': command({
    permission: 'contest.write',
    input: z.strictObject({ entryIds: z.array(id).min(1).max(200), ...byWhom }),
    output: done,
    errors: ['not_found', 'contest_incomplete', 'contest_no_scheme', 'contest_wrong_state'],
  }),
  'contest.publish': command({
    permission: 'contest.write',
    input: z.strictObject({ entryIds: z.array(id).min(1).max(200), ...byWhom }),
    output: done,
    errors: ['not_found', 'contest_wrong_state'],
  }),
  'contest.reopen': command({
    permission: 'contest.write',
    input: z.strictObject({ entryId: id, reason: filledLine, ...byWhom }),
    output: done,
    errors: ['not_found', 'contest_wrong_state'],
  }),
  'contest.setMedalRules': command({
    permission: 'contest.write',
    input: z.strictObject({ championshipId: id, rules: medalRules }),
    output: done,
    errors: ['not_found'],
  }),
  /** Places, the estimated scale and medals of every competency, from the sums of the marks. */
  'contest.getResults': query({
    permission: 'assessment.read',
    input: z.strictObject({ championshipId: id, entryId: id.optional() }),
    output: z.object({ rules: medalRules, entries: z.array(entryResults) }),
    errors: ['not_found'],
  }),
};
