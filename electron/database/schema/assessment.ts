import type { EntityColumns } from './columns.ts';

/** Who marks in a session: for all of it, or for one sub-criterion, which then counts instead. */
export interface SessionJudgeTable extends EntityColumns {
  session_id: string;
  sub_criterion_id: string | null;
  expert_id: string;
  /** 'judge' or 'supervisor'. */
  role: string;
  position: number;
}

export interface JudgeConflictTable extends EntityColumns {
  expert_id: string;
  student_id: string;
  reason: string;
}

export interface JudgeReplacementTable extends EntityColumns {
  attempt_id: string;
  out_expert_id: string;
  in_expert_id: string;
}

export interface JudgeScoreTable extends EntityColumns {
  attempt_id: string;
  aspect_id: string;
  expert_id: string;
  round: number;
  score: number;
  note: string;
}

/** What one of two pairs measured. */
export interface PairReadingTable extends EntityColumns {
  attempt_id: string;
  aspect_id: string;
  pair: string;
  round: number;
  mark_hundredths: number;
  measured_json: string | null;
}

/** How far one sub-criterion of one attempt is: finished by one person, verified by another. */
export interface FormCheckTable extends EntityColumns {
  attempt_id: string;
  sub_criterion_id: string;
  /** 'draft', 'complete' or 'verified'. */
  status: string;
  completed_by: string | null;
  verified_by: string | null;
  /** Why it was opened again. */
  reason: string | null;
}

export interface AssessmentTables {
  session_judges: SessionJudgeTable;
  judge_conflicts: JudgeConflictTable;
  judge_replacements: JudgeReplacementTable;
  judge_scores: JudgeScoreTable;
  pair_readings: PairReadingTable;
  form_checks: FormCheckTable;
}

/** A table only follows those that it refers to. */
export const assessmentTableNames = [
  'session_judges',
  'judge_conflicts',
  'judge_replacements',
  'judge_scores',
  'pair_readings',
  'form_checks',
] as const satisfies readonly (keyof AssessmentTables)[];
