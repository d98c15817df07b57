import type { Kysely, Selectable } from 'kysely';
import type { SelectionStability, SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { SelectionRunSummary } from '#shared/contract/selectionOutcome.ts';
import type {
  CommissionMember,
  SelectionHead,
  SelectionReplacement,
  SelectionScenario,
  SelectionView,
} from '#shared/contract/selectionView.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { SelectionRunTable, SelectionTable } from '../../database/schema/selection.ts';

type Db = Kysely<Schema>;

const toHead = (row: Selectable<SelectionTable>): SelectionHead => ({
  id: row.id,
  championshipId: row.championship_id,
  name: row.name,
  status: row.status as SelectionHead['status'],
  notes: row.notes,
  commission: JSON.parse(row.commission_json) as CommissionMember[],
  steps: JSON.parse(row.steps_json) as SelectionHead['steps'],
  decidedRunId: row.decided_run_id,
});

/** All selections, or those of a championship, the newest first. */
export async function listSelections(db: Db, championshipId?: string): Promise<SelectionHead[]> {
  let query = db.selectFrom('selections').selectAll().where('deleted_at', 'is', null);
  if (championshipId !== undefined) query = query.where('championship_id', '=', championshipId);
  const rows = await query.orderBy('id', 'desc').execute();
  return rows.map(toHead);
}

/** @returns undefined when there is none, or it is deleted */
export async function getSelection(db: Db, id: string): Promise<SelectionHead | undefined> {
  const row = await db
    .selectFrom('selections')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toHead(row);
}

/** A scenario without its runs. */
export interface StoredScenario {
  id: string;
  selectionId: string;
  name: string;
  notes: string;
  config: ScenarioConfig;
}

/** @returns undefined when there is none, or it is deleted */
export async function getScenario(db: Db, id: string): Promise<StoredScenario | undefined> {
  const row = await db
    .selectFrom('selection_scenarios')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      selectionId: row.selection_id,
      name: row.name,
      notes: row.notes,
      config: JSON.parse(row.config_json) as ScenarioConfig,
    }
  );
}

type SummaryRow = Pick<
  Selectable<SelectionRunTable>,
  'id' | 'scenario_id' | 'made_at' | 'hash' | 'solver' | 'outcome_json'
>;

const toSummary = (row: SummaryRow): SelectionRunSummary => ({
  id: row.id,
  scenarioId: row.scenario_id,
  madeAt: row.made_at,
  hash: row.hash,
  solver: row.solver,
  outcome: JSON.parse(row.outcome_json) as SelectionRunSummary['outcome'],
});

/** Runs of a scenario that the page is told of. */
const MOST_RUNS = 30;

async function listRuns(db: Db, scenarioId: string): Promise<SelectionRunSummary[]> {
  const rows = await db
    .selectFrom('selection_runs')
    .select(['id', 'scenario_id', 'made_at', 'hash', 'solver', 'outcome_json'])
    .where('scenario_id', '=', scenarioId)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(MOST_RUNS)
    .execute();
  return rows.map(toSummary);
}

/** Scenarios of a selection with their latest runs. */
export async function listScenarios(db: Db, selectionId: string): Promise<SelectionScenario[]> {
  const rows = await db
    .selectFrom('selection_scenarios')
    .selectAll()
    .where('selection_id', '=', selectionId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const scenarios: SelectionScenario[] = [];
  for (const row of rows) {
    scenarios.push({
      id: row.id,
      name: row.name,
      notes: row.notes,
      config: JSON.parse(row.config_json) as ScenarioConfig,
      runs: await listRuns(db, row.id),
    });
  }
  return scenarios;
}

/** A run with everything that is stored of it. */
export interface StoredRun extends SelectionRunSummary {
  seed: number;
  recordJson: string;
  candidates: SelectionValued[];
  stability: SelectionStability | null;
}

/** @returns undefined when there is none */
export async function getRun(db: Db, id: string): Promise<StoredRun | undefined> {
  const row = await db
    .selectFrom('selection_runs')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      ...toSummary(row),
      seed: row.seed,
      recordJson: row.record_json,
      candidates: JSON.parse(row.candidates_json) as SelectionValued[],
      stability: row.stability_json === null ? null : (JSON.parse(row.stability_json) as SelectionStability),
    }
  );
}

/** Exceptions on record. */
export async function listOverrides(db: Db, selectionId: string): Promise<SelectionView['overrides']> {
  const rows = await db
    .selectFrom('selection_overrides')
    .selectAll()
    .where('selection_id', '=', selectionId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    studentId: row.student_id,
    competencyId: row.competency_id,
    rule: row.rule,
    reason: row.reason,
    at: row.made_at,
  }));
}

/** What experts said of the candidates of these competencies. */
export async function listAssessments(
  db: Db,
  competencyIds: readonly string[],
): Promise<SelectionView['assessments']> {
  if (competencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('candidate_assessments')
    .selectAll()
    .where('competency_id', 'in', competencyIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    studentId: row.student_id,
    competencyId: row.competency_id,
    criterion: row.criterion,
    value: row.value_hundredths / 100,
    assessor: row.assessor,
    at: row.made_at,
  }));
}

/** Replacements in the order they were made. */
export async function listReplacements(db: Db, selectionId: string): Promise<SelectionReplacement[]> {
  const rows = await db
    .selectFrom('selection_replacements')
    .selectAll()
    .where('selection_id', '=', selectionId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    competencyId: row.competency_id,
    seat: row.seat as SelectionReplacement['seat'],
    outStudentId: row.out_student_id,
    inStudentId: row.in_student_id,
    reason: row.reason as SelectionReplacement['reason'],
    note: row.note,
    person: row.person,
    at: row.made_at,
  }));
}
