import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { selectionStatuses, type SelectionHead } from '#shared/contract/selectionView.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { followHandovers, isSamePlace, type TeamState } from '#shared/domain/selection/replacement.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import { listStudents } from './candidates.repository.ts';
import { getChampionship } from './championships.repository.ts';
import type { FigureSources } from './figureSources.ts';
import { gatherCandidates } from './figures.service.ts';
import {
  getRun,
  getScenario,
  getSelection,
  listAssessments,
  listOverrides,
  listReplacements,
  listScenarios,
} from './selection.repository.ts';

type Db = Kysely<Schema>;

/** Everything that the page of a selection shows. @throws Refusal `not_found` */
export async function describeSelection(
  db: Db,
  id: string,
  from: { today: string; sources: FigureSources },
): Promise<RouteOutput<'selection.get'>> {
  const selection = found(await getSelection(db, id), 'selection');
  const championship = found(await getChampionship(db, selection.championshipId), 'championship');
  const ids = championship.competencies.map(({ competencyId }) => competencyId);
  const assessments = await listAssessments(db, ids);
  const { squads, candidates } = await gatherCandidates(db, championship, { ...from, assessments });
  const scenarios = await listScenarios(db, id);
  const replacements = await listReplacements(db, id);
  const shown = new Set([
    ...squads.map((place) => place.id),
    ...replacements.flatMap(({ outStudentId, inStudentId }) =>
      inStudentId === null ? [outStudentId] : [outStudentId, inStudentId],
    ),
    ...scenarios.flatMap(({ runs }) =>
      runs.flatMap(({ outcome }) =>
        outcome.kind === 'chosen' ? outcome.choice.picks.map(({ studentId }) => studentId) : [],
      ),
    ),
  ]);
  return {
    selection,
    students: await listStudents(db, [...shown]),
    candidates,
    scenarios,
    overrides: await listOverrides(db, id),
    assessments,
    replacements,
  };
}

/** Starts a selection with its first scenario. @returns the id @throws Refusal `not_found` */
export async function createSelection(
  work: Work,
  input: { championshipId: string; name: string; scenarioName: string; config: ScenarioConfig },
): Promise<string> {
  found(await getChampionship(work.db, input.championshipId), 'championship');
  const id = work.newId();
  work.insert('selections', {
    id,
    championship_id: input.championshipId,
    name: input.name,
    status: 'proposed',
    notes: '',
    commission_json: '[]',
    steps_json: '[]',
    decided_run_id: null,
  });
  work.insert('selection_scenarios', {
    id: work.newId(),
    selection_id: id,
    name: input.scenarioName,
    notes: '',
    config_json: JSON.stringify(input.config),
  });
  work.describe({ name: input.name });
  return id;
}

const isDecided = (selection: SelectionHead): boolean =>
  selection.status === 'approved' || selection.status === 'published';

/** Deletes a selection that is not decided. @throws Refusal `not_found`, `selection_decided` */
export async function removeSelection(work: Work, id: string): Promise<void> {
  const selection = found(await getSelection(work.db, id), 'selection');
  if (isDecided(selection)) throw new Refusal('selection_decided', 'an approved selection stays on record');
  await work.remove('selections', id);
  work.describe({ name: selection.name });
}

/** Deletes a scenario unless the decision rests on it. @throws Refusal `not_found`, `selection_decided` */
export async function removeScenario(work: Work, id: string): Promise<void> {
  const scenario = found(await getScenario(work.db, id), 'scenario');
  const selection = found(await getSelection(work.db, scenario.selectionId), 'selection');
  const decided = selection.decidedRunId === null ? undefined : await getRun(work.db, selection.decidedRunId);
  if (decided?.scenarioId === id) throw new Refusal('selection_decided', 'the decision rests on it');
  await work.remove('selection_scenarios', id);
  work.describe({ name: scenario.name });
}

/** Records an exception; an empty reason takes it away. @throws Refusal `not_found` */
export async function setOverride(
  work: Work,
  input: { selectionId: string; studentId: string; competencyId: string; rule: string; reason: string },
): Promise<void> {
  found(await getSelection(work.db, input.selectionId), 'selection');
  const old = (await listOverrides(work.db, input.selectionId)).find(
    (override) =>
      override.studentId === input.studentId &&
      override.competencyId === input.competencyId &&
      override.rule === input.rule,
  );
  if (old) await work.remove('selection_overrides', old.id);
  if (input.reason === '') return;
  work.insert('selection_overrides', {
    id: work.newId(),
    selection_id: input.selectionId,
    student_id: input.studentId,
    competency_id: input.competencyId,
    rule: input.rule,
    reason: input.reason,
    made_at: work.at,
  });
}

/** Records what an expert says of a candidate; each expert has one entry a criterion. */
export async function setAssessment(
  work: Work,
  input: {
    studentId: string;
    competencyId: string;
    criterion: string;
    assessor: string;
    value: number | null;
  },
): Promise<void> {
  assertFound((await listStudents(work.db, [input.studentId])).length > 0, 'student');
  const old = (await listAssessments(work.db, [input.competencyId])).find(
    (entry) =>
      entry.studentId === input.studentId &&
      entry.criterion === input.criterion &&
      entry.assessor === input.assessor,
  );
  if (input.value === null) {
    if (old) await work.remove('candidate_assessments', old.id);
    return;
  }
  const value = Math.round(input.value * 100);
  if (old) {
    await work.update('candidate_assessments', old.id, { value_hundredths: value, made_at: work.at });
    return;
  }
  work.insert('candidate_assessments', {
    id: work.newId(),
    student_id: input.studentId,
    competency_id: input.competencyId,
    criterion: input.criterion,
    assessor: input.assessor,
    value_hundredths: value,
    made_at: work.at,
  });
}

/**
 * Takes a step of the decision: one forward, or back before it is approved. Approving names the run that is decided.
 * @throws Refusal `not_found`, `selection_step`
 */
export async function setStatus(
  work: Work,
  input: { id: string; status: SelectionHead['status']; person: string; note: string; runId: string | null },
  at: string = work.at,
): Promise<void> {
  const selection = found(await getSelection(work.db, input.id), 'selection');
  const from = selectionStatuses.indexOf(selection.status);
  const to = selectionStatuses.indexOf(input.status);
  const isBack = to < from && !isDecided(selection);
  if (to !== from + 1 && !isBack) throw new Refusal('selection_step', 'not the next step');
  const patch = { status: input.status, steps_json: '' };
  const step = { status: input.status, person: input.person, note: input.note, at };
  patch.steps_json = JSON.stringify([...selection.steps, step]);
  if (input.status !== 'approved') {
    await work.update('selections', input.id, patch);
    return;
  }
  const run = found(input.runId === null ? undefined : await getRun(work.db, input.runId), 'run');
  const scenario = found(await getScenario(work.db, run.scenarioId), 'scenario');
  if (scenario.selectionId !== input.id || run.outcome.kind !== 'chosen') {
    throw new Refusal('selection_step', 'the run is not a choice of this selection');
  }
  await work.update('selections', input.id, { ...patch, decided_run_id: run.id });
}

/** The decided team as it is now: the approved run with its replacements. @throws Refusal `selection_step` */
export async function readDecidedTeam(db: Db, selection: SelectionHead): Promise<TeamState> {
  const run = selection.decidedRunId === null ? undefined : await getRun(db, selection.decidedRunId);
  if (run?.outcome.kind !== 'chosen' || !isDecided(selection)) {
    throw new Refusal('selection_step', 'the selection is not approved');
  }
  return followHandovers(run.outcome.choice.picks, await listReplacements(db, selection.id));
}

/** @throws Refusal `selection_replacement` when nobody asked whether the student may be chosen, or the answer was no */
async function assertCandidate(
  db: Db,
  selection: SelectionHead,
  who: { studentId: string; competencyId: string },
): Promise<void> {
  const run = selection.decidedRunId === null ? undefined : await getRun(db, selection.decidedRunId);
  const known = run?.candidates.find(
    (one) => one.studentId === who.studentId && one.competencyId === who.competencyId,
  );
  if (known?.isEligible !== true) {
    throw new Refusal('selection_replacement', 'not an eligible candidate of the competency');
  }
}

/**
 * Records that somebody leaves the approved team, or had a free place of it last, and, if so, who takes the place.
 * @throws Refusal `not_found`, `selection_step` before approval, `selection_replacement` when the one has no such place
 * or the other already has a place elsewhere or was no eligible candidate of the competency
 */
export async function replaceCompetitor(
  work: Work,
  input: {
    selectionId: string;
    competencyId: string;
    seat: 'main' | 'reserve';
    outStudentId: string;
    inStudentId: string | null;
    reason: string;
    note: string;
    person: string;
  },
  at: string = work.at,
): Promise<void> {
  const { competencyId, seat } = input;
  const selection = found(await getSelection(work.db, input.selectionId), 'selection');
  const { team, free } = await readDecidedTeam(work.db, selection);
  const given = { studentId: input.outStudentId, competencyId, seat };
  const isLeft = team.some((place) => isSamePlace(place, given));
  const isFilled = input.inStudentId !== null && free.some((place) => isSamePlace(place, given));
  const taking = team.find(({ studentId }) => studentId === input.inStudentId);
  const canTake =
    taking === undefined ||
    (seat === 'main' && taking.seat === 'reserve' && taking.competencyId === competencyId);
  if (!(isLeft || isFilled) || !canTake || input.inStudentId === input.outStudentId) {
    throw new Refusal('selection_replacement', 'the place cannot change hands like this');
  }
  if (input.inStudentId !== null) {
    assertFound((await listStudents(work.db, [input.inStudentId])).length > 0, 'student');
    await assertCandidate(work.db, selection, { studentId: input.inStudentId, competencyId });
  }
  work.insert('selection_replacements', {
    id: work.newId(),
    selection_id: input.selectionId,
    competency_id: competencyId,
    seat,
    out_student_id: input.outStudentId,
    in_student_id: input.inStudentId,
    reason: input.reason,
    note: input.note,
    person: input.person,
    made_at: at,
  });
}
