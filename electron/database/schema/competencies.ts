import type { EntityColumns } from './columns.ts';

export interface CompetencyTable extends EntityColumns {
  kind: string;
  edition: string;
  number: string;
  name_kk: string;
  name_ru: string;
  name_en: string;
  attested_kk: number;
  attested_ru: number;
  sector: string;
  team_size: number;
  max_age: number | null;
  target_hundredths: number | null;
}

export interface StandardSectionTable extends EntityColumns {
  competency_id: string;
  number: number;
  name_kk: string;
  name_ru: string;
  name_en: string;
  weight_hundredths: number;
}

export interface CandidateTable extends EntityColumns {
  competency_id: string;
  student_id: string;
  status: string;
  since: string;
  target_hundredths: number | null;
  notes: string;
}

export interface CompetencyTables {
  competencies: CompetencyTable;
  standard_sections: StandardSectionTable;
  candidates: CandidateTable;
}

/** A table only follows those that it refers to. */
export const competencyTableNames = [
  'competencies',
  'standard_sections',
  'candidates',
] as const satisfies readonly (keyof CompetencyTables)[];
