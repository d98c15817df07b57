import { attachmentTableNames, type AttachmentTables } from './attachments.ts';
import { peopleTableNames, type PeopleTables } from './people.ts';
import { competencyTableNames, type CompetencyTables } from './competencies.ts';
import { schemeTableNames, type SchemeTables } from './schemes.ts';
import { trainingTableNames, type TrainingTables } from './training.ts';
import { assessmentTableNames, type AssessmentTables } from './assessment.ts';
import { settingTableNames, type SettingTables } from './settings.ts';
import { planTableNames, type PlanTables } from './plan.ts';
import { practiceTableNames, type PracticeTables } from './practice.ts';
import { championshipTableNames, type ChampionshipTables } from './championships.ts';
import { selectionTableNames, type SelectionTables } from './selection.ts';
import { baseTableNames, type BaseTables } from './base.ts';
import { partnerTableNames, type PartnerTables } from './partners.ts';
import { developmentTableNames, type DevelopmentTables } from './development.ts';
import { safetyTableNames, type CredentialTable, type SafetyTables } from './safety.ts';
import type {
  ActionTable,
  AttemptSectionTotalTable,
  AttemptTotalTable,
  ChangeTable,
  KeptFigureTable,
  MigrationTable,
} from './records.ts';

/**
 * The tables that people's work is in. Each change to them goes through the change log.
 */
export interface EntityTables
  extends
    PeopleTables,
    CompetencyTables,
    SchemeTables,
    TrainingTables,
    AssessmentTables,
    SettingTables,
    SafetyTables,
    PlanTables,
    PracticeTables,
    ChampionshipTables,
    SelectionTables,
    AttachmentTables,
    BaseTables,
    PartnerTables,
    DevelopmentTables {}

export type EntityName = keyof EntityTables;

/** Names of {@link EntityTables}, for tests and for rebuilding: a table may only follow those it refers to. */
export const entityNames = [
  ...peopleTableNames,
  ...competencyTableNames,
  ...schemeTableNames,
  ...trainingTableNames,
  ...assessmentTableNames,
  ...settingTableNames,
  ...safetyTableNames,
  ...planTableNames,
  ...practiceTableNames,
  ...championshipTableNames,
  ...selectionTableNames,
  ...attachmentTableNames,
  ...baseTableNames,
  ...partnerTableNames,
  ...developmentTableNames,
] as const satisfies readonly EntityName[];

export interface Schema extends EntityTables {
  actions: ActionTable;
  credentials: CredentialTable;
  changes: ChangeTable;
  attempt_totals: AttemptTotalTable;
  attempt_section_totals: AttemptSectionTotalTable;
  kept_figures: KeptFigureTable;
  schema_migrations: MigrationTable;
}
