import type { EntityColumns } from './columns.ts';

export interface TimerTable extends EntityColumns {
  session_id: string;
  student_id: string;
  attempt_id: string | null;
  label: string;
  /** running, paused, waiting (to be marked), stopped. */
  state: string;
  /** Moment since which the clock runs; null when it stands. What ran before is in elapsed_seconds. */
  running_since: string | null;
  elapsed_seconds: number;
  waiting_seconds: number;
  waiting_since: string | null;
}

export interface IncidentTable extends EntityColumns {
  session_id: string;
  student_id: string | null;
  at: string;
  category: string;
  note: string;
}

export interface GoalTable extends EntityColumns {
  competency_id: string;
  student_id: string;
  kind: string;
  section_number: number | null;
  /** Percent in hundredths, or minutes when the kind is time. */
  target: number;
  due_date: string;
  set_date: string;
  note: string;
}

export interface PracticeTables {
  timers: TimerTable;
  incidents: IncidentTable;
  goals: GoalTable;
}

/** A table only follows those that it refers to. */
export const practiceTableNames = [
  'timers',
  'incidents',
  'goals',
] as const satisfies readonly (keyof PracticeTables)[];
