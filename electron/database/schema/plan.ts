import type { EntityColumns } from './columns.ts';

export interface TrainingPlanTable extends EntityColumns {
  competency_id: string;
  title: string;
  start_date: string;
  championship_date: string;
  /** Row of `championships` when the day is that of a known championship. */
  championship_id: string | null;
  notes: string;
}

export interface PlanPhaseTable extends EntityColumns {
  plan_id: string;
  kind: string;
  start_date: string;
  end_date: string;
  weekly_minutes: number;
  section_numbers_json: string;
  focus: string;
}

export interface PlanMilestoneTable extends EntityColumns {
  plan_id: string;
  date: string;
  title: string;
  target_hundredths: number | null;
}

export interface PlanTemplateTable extends EntityColumns {
  title: string;
  /** Phases, milestones and sessions with days counted back from the championship. */
  body_json: string;
}

export interface PlannedSessionTable extends EntityColumns {
  competency_id: string;
  plan_id: string | null;
  date: string;
  /** Day that was planned first; moving a session never changes it. */
  original_date: string;
  /** `HH:MM`, empty when open. */
  start_time: string;
  duration_minutes: number;
  kind: string;
  workshop: string;
  focus: string;
  expert_id: string | null;
  scheme_id: string | null;
  section_numbers_json: string;
  /** JSON list of ids; null: the whole squad. */
  student_ids_json: string | null;
  session_id: string | null;
}

export interface AbsenceTable extends EntityColumns {
  student_id: string;
  from_date: string;
  to_date: string;
  reason: string;
}

export interface WeeklyHoursTable extends EntityColumns {
  student_id: string;
  /** `can` or `cannot`. */
  kind: string;
  /** JSON list of 1 Monday … 7 Sunday. */
  weekdays_json: string;
  /** `HH:MM`; both empty: the whole day. */
  from_time: string;
  to_time: string;
  reason: string;
}

export interface PlanTables {
  training_plans: TrainingPlanTable;
  plan_phases: PlanPhaseTable;
  plan_milestones: PlanMilestoneTable;
  plan_templates: PlanTemplateTable;
  planned_sessions: PlannedSessionTable;
  absences: AbsenceTable;
  weekly_hours: WeeklyHoursTable;
}

/** A table only follows those that it refers to. */
export const planTableNames = [
  'training_plans',
  'plan_phases',
  'plan_milestones',
  'plan_templates',
  'planned_sessions',
  'absences',
  'weekly_hours',
] as const satisfies readonly (keyof PlanTables)[];
