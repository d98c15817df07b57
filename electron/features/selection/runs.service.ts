import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { canonicalJson } from '#shared/domain/selection/canonicalJson.ts';
import type { SelectionInputs } from '#shared/domain/selection/inputs.ts';
import type { JobAnswers, SelectionJob } from '#shared/domain/selection/jobs.ts';
import type { Choice } from '#shared/domain/selection/problem.ts';
import { listObjections, makeInputs, type Objection } from '#shared/domain/selection/record.ts';
import { runFile, runRecord, type RunFile } from '#shared/contract/selectionRecord.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, found } from '../../router/refusal.ts';
import type { CommandContext } from '../../router/context.ts';
import { SelectionJobError, type SelectionSolver } from '../../workers/runSelection.ts';
import { getChampionship } from './championships.repository.ts';
import type { FigureSources } from './figureSources.ts';
import { getRun, getScenario, type StoredRun, type StoredScenario } from './selection.repository.ts';
import { describeSelection } from './selection.service.ts';

type Db = Kysely<Schema>;

/** What computing aside needs. */
export interface SelectionTools {
  solver: SelectionSolver;
  sources: FigureSources;
  /** `total` 0: it is not known how much there is to do. */
  onProgress: (task: string, done: number, total: number) => void;
}

/** What is known of a scenario when it is solved. */
interface Gathered {
  inputs: SelectionInputs;
  config: ScenarioConfig;
  objections: Objection[];
}

/** What a run rests on and is hashed with. The seed is among the inputs. */
interface RunRecord extends Gathered {
  version: 1;
  solver: string;
}

const hashOf = (recordJson: string): string => createHash('sha256').update(recordJson).digest('hex');

const readRecord = (run: StoredRun): RunRecord => JSON.parse(run.recordJson) as RunRecord;

/** A run as the page is told of it: with the settings and objections of its own record. @throws Refusal `not_found` */
export async function describeRun(db: Db, runId: string): Promise<RouteOutput<'selection.getRun'>> {
  const run = found(await getRun(db, runId), 'run');
  const { config, objections } = readRecord(run);
  const { recordJson: _, ...rest } = run;
  return { ...rest, config, objections };
}

/** Asks the solver. @throws Refusal with the reason why there is no answer */
async function ask<J extends SelectionJob>(
  tools: SelectionTools,
  job: J,
  task: string,
): Promise<{ answer: JobAnswers[J['kind']]; solver: string }> {
  try {
    return await tools.solver.run(job, {
      id: task,
      onStep: (done, total) => tools.onProgress(task, done, total ?? 0),
    });
  } catch (error) {
    if (error instanceof SelectionJobError) throw new Refusal(error.failure, error.message);
    throw error;
  }
}

/** The inputs of a scenario as they are today. @throws Refusal `not_found` */
async function gather(
  db: Db,
  scenario: StoredScenario,
  from: { today: string; sources: FigureSources },
): Promise<Gathered> {
  const view = await describeSelection(db, scenario.selectionId, from);
  const championship = found(await getChampionship(db, view.selection.championshipId), 'championship');
  const students = new Map(view.students.map((student) => [student.id, student]));
  const candidates = view.candidates.map((candidate) => {
    const student = students.get(candidate.studentId);
    return { ...candidate, group: student?.groupName ?? '', course: student?.course ?? null };
  });
  const seats = championship.competencies.map((entry) => ({
    competencyId: entry.competencyId,
    mainEntries: entry.mainSeats,
    reserveSeats: entry.reserveSeats,
    teamSize: entry.teamSize,
  }));
  const occasion = { seats, championshipDay: championship.startDate, today: from.today };
  const { config } = scenario;
  return {
    inputs: makeInputs(config, candidates, view.overrides, occasion),
    config,
    objections: listObjections(config.eligibility, candidates, view.overrides, occasion),
  };
}

/** What a scenario's solving gives, before it is kept. */
interface SolvedScenario {
  gathered: Gathered;
  answer: JobAnswers['solve'];
  solver: string;
}

/** Makes the choice of a scenario as of a day. @throws Refusal `not_found`, or why there is no answer */
export async function solveNow(
  from: { db: Db; today: string },
  tools: SelectionTools,
  input: { scenarioId: string; task: string },
): Promise<SolvedScenario> {
  const scenario = found(await getScenario(from.db, input.scenarioId), 'scenario');
  const gathered = await gather(from.db, scenario, { today: from.today, sources: tools.sources });
  const { answer, solver } = await ask(tools, { kind: 'solve', inputs: gathered.inputs }, input.task);
  return { gathered, answer, solver };
}

/** Keeps a run with everything that it rests on. @param run.at when it was made @returns its id */
export function keepRun(work: Work, run: SolvedScenario & { scenarioId: string; at: string }): string {
  const { gathered, answer, solver, scenarioId, at } = run;
  const record: RunRecord = { version: 1, ...gathered, solver };
  const recordJson = canonicalJson(record);
  const id = work.newId();
  work.insert('selection_runs', {
    id,
    scenario_id: scenarioId,
    made_at: at,
    hash: hashOf(recordJson),
    solver,
    seed: gathered.inputs.tie.seed,
    record_json: recordJson,
    outcome_json: canonicalJson(answer.outcome),
    candidates_json: JSON.stringify(answer.candidates),
    stability_json: null,
  });
  return id;
}

/** Makes the choice of a scenario and keeps the run. */
export async function solveScenario(
  context: CommandContext,
  tools: SelectionTools,
  input: { scenarioId: string; task: string },
): Promise<RouteOutput<'selection.solve'>> {
  const solved = await solveNow(context, tools, input);
  const runId = await context.write((work) =>
    Promise.resolve(keepRun(work, { ...solved, scenarioId: input.scenarioId, at: work.at })),
  );
  return { runId, outcome: solved.answer.outcome };
}

/** The choice that other settings would give today; nothing is kept. @throws Refusal `not_found`, or why there is none */
export async function previewScenario(
  from: { db: Db; today: string },
  tools: SelectionTools,
  input: { scenarioId: string; config: ScenarioConfig; task: string },
): Promise<RouteOutput<'selection.preview'>> {
  const scenario = found(await getScenario(from.db, input.scenarioId), 'scenario');
  const settings = { ...scenario, config: input.config };
  const { inputs } = await gather(from.db, settings, { today: from.today, sources: tools.sources });
  const { answer } = await ask(tools, { kind: 'solve', inputs }, input.task);
  return { outcome: answer.outcome };
}

function choiceOf(run: StoredRun): Choice {
  if (run.outcome.kind !== 'chosen')
    throw new Refusal('not_found', 'the run chose nobody', { what: 'choice' });
  return run.outcome.choice;
}

/** Why a candidate has the place or not. @throws Refusal `not_found`, or why there is no answer */
export async function askWhy(
  db: Db,
  tools: SelectionTools,
  input: { runId: string; studentId: string; competencyId: string; task: string },
): Promise<RouteOutput<'selection.why'>> {
  const run = found(await getRun(db, input.runId), 'run');
  const who = { studentId: input.studentId, competencyId: input.competencyId };
  const job = { kind: 'why', inputs: readRecord(run).inputs, choice: choiceOf(run), who } as const;
  return (await ask(tools, job, input.task)).answer;
}

/** The next best teams. @throws Refusal `not_found`, or why there is no answer */
export async function listAlternatives(
  db: Db,
  tools: SelectionTools,
  input: { runId: string; task: string; limit: number },
): Promise<RouteOutput<'selection.alternatives'>> {
  const run = found(await getRun(db, input.runId), 'run');
  const { inputs } = readRecord(run);
  const job = { kind: 'alternatives', inputs, choice: choiceOf(run), limit: input.limit } as const;
  return { alternatives: (await ask(tools, job, input.task)).answer };
}

/** Measures how firm a run is. @throws Refusal `not_found`, or why there is no answer */
export async function stabilityOf(
  db: Db,
  tools: SelectionTools,
  input: { runId: string; task: string; draws: number },
): Promise<RouteOutput<'selection.measureStability'>> {
  const run = found(await getRun(db, input.runId), 'run');
  const job = { kind: 'stability', inputs: readRecord(run).inputs, draws: input.draws } as const;
  return (await ask(tools, job, input.task)).answer;
}

/** Measures how firm a run is and keeps the answer with it. @throws Refusal `not_found`, or why there is none */
export async function measureStability(
  context: CommandContext,
  tools: SelectionTools,
  input: { runId: string; task: string; draws: number },
): Promise<RouteOutput<'selection.measureStability'>> {
  const answer = await stabilityOf(context.db, tools, input);
  await context.write((work) =>
    work.update('selection_runs', input.runId, { stability_json: JSON.stringify(answer) }),
  );
  return answer;
}

/** Solves a run again from its record alone. @throws Refusal `not_found`, or why there is no answer */
export async function replayRun(
  db: Db,
  tools: SelectionTools,
  input: { runId: string; task: string },
): Promise<RouteOutput<'selection.replay'>> {
  const run = found(await getRun(db, input.runId), 'run');
  const job = { kind: 'solve', inputs: readRecord(run).inputs } as const;
  const { answer, solver } = await ask(tools, job, input.task);
  return {
    isHashRight: hashOf(run.recordJson) === run.hash,
    isSame: canonicalJson(answer.outcome) === canonicalJson(run.outcome),
    solver,
  };
}

/** A run as a file for another machine: no names in it, only ids. @throws Refusal `not_found` */
export async function exportRun(db: Db, runId: string): Promise<RouteOutput<'selection.exportRun'>> {
  const run = found(await getRun(db, runId), 'run');
  const madeOn = run.madeAt.slice(0, 10);
  const file: RunFile = {
    format: 'shyng-selection-run',
    version: 1,
    madeOn,
    hash: run.hash,
    record: run.recordJson,
    outcome: run.outcome,
  };
  return { fileName: `selection-${madeOn}-${run.hash.slice(0, 8)}.json`, content: JSON.stringify(file) };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** Solves the record of a file again and compares. @throws Refusal `selection_record`, or why there is no answer */
export async function checkRecord(
  tools: SelectionTools,
  input: { content: string; task: string },
): Promise<RouteOutput<'selection.checkRecord'>> {
  const file = runFile.safeParse(parseJson(input.content));
  const record = runRecord.safeParse(file.success ? parseJson(file.data.record) : null);
  if (!file.success || !record.success) throw new Refusal('selection_record', 'not a record of a run');
  const job = { kind: 'solve', inputs: record.data.inputs } as const;
  const { answer, solver } = await ask(tools, job, input.task);
  return {
    isHashRight: hashOf(file.data.record) === file.data.hash,
    isSame: canonicalJson(answer.outcome) === canonicalJson(file.data.outcome),
    recordSolver: record.data.solver,
    solver,
    hash: file.data.hash,
  };
}
