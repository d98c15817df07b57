import type { EntityColumns } from './columns.ts';

export interface SessionTable extends EntityColumns {
  competency_id: string;
  date: string;
  duration_minutes: number | null;
  workshop: string;
  expert_id: string | null;
  notes: string;
}

export interface AttendanceTable extends EntityColumns {
  session_id: string;
  student_id: string;
  state: string;
  note: string;
}

export interface AttemptTable extends EntityColumns {
  session_id: string;
  student_id: string;
  scheme_id: string;
  /** JSON list of ids; null: the whole scheme. */
  sub_criterion_ids_json: string | null;
  status: string;
  duration_minutes: number | null;
  notes: string;
  /** Experts who said that it is complete, and who looked at it after them. */
  completed_by: string | null;
  verified_by: string | null;
  /** Why it was reopened, withdrawn or disqualified. */
  state_reason: string | null;
}

export interface MarkTable extends EntityColumns {
  attempt_id: string;
  aspect_id: string;
  outcome: string;
  mark_hundredths: number | null;
  score: number | null;
  /** What was measured, when the aspect has a calculation. */
  measured_json: string | null;
  /** Why it was corrected. */
  reason: string | null;
}

export interface TrainingTables {
  sessions: SessionTable;
  attendance: AttendanceTable;
  attempts: AttemptTable;
  marks: MarkTable;
}

/** A table only follows those that it refers to. */
export const trainingTableNames = [
  'sessions',
  'attendance',
  'attempts',
  'marks',
] as const satisfies readonly (keyof TrainingTables)[];
