import type { EntityColumns } from './columns.ts';

export interface SchemeTable extends EntityColumns {
  competency_id: string | null;
  title: string;
  kind: string;
  version: number;
  previous_version_id: string | null;
  source_file_name: string;
  /** Rows of the workbook's Calculations sheet in their order; aspects point to them by index. */
  calculations_json: string;
  /** 0: full mark or nothing where an aspect says nothing else; 1 or null: any mark up to the maximum. */
  allows_partial: number | null;
}

export interface SchemeSectionTable extends EntityColumns {
  scheme_id: string;
  number: number;
  name: string;
  declared_hundredths: number;
}

export interface CriterionTable extends EntityColumns {
  scheme_id: string;
  position: number;
  code: string;
  name: string;
  declared_hundredths: number | null;
}

export interface SubCriterionTable extends EntityColumns {
  scheme_id: string;
  criterion_id: string;
  position: number;
  code: string;
  name: string;
  marking_day: number | null;
}

export interface AspectTable extends EntityColumns {
  scheme_id: string;
  sub_criterion_id: string;
  position: number;
  kind: string;
  description: string;
  extra_description: string;
  requirement: string;
  section_number: number | null;
  max_hundredths: number;
  descriptors_json: string;
  extra_rows_json: string;
  /** Headings that stand above the aspect in the workbook. */
  headings_json: string;
  /** Index in the scheme's calculations; null: the full mark or nothing. */
  calculation_index: number | null;
  /** The aspect of the version before that this one comes from. */
  origin_id: string | null;
}

/** How a person explained a workbook whose layout the program does not know. */
export interface WorkbookMappingTable extends EntityColumns {
  fingerprint: string;
  mapping_json: string;
}

export interface SchemeTables {
  schemes: SchemeTable;
  scheme_sections: SchemeSectionTable;
  criteria: CriterionTable;
  sub_criteria: SubCriterionTable;
  aspects: AspectTable;
  workbook_mappings: WorkbookMappingTable;
}

/** A table only follows those that it refers to. */
export const schemeTableNames = [
  'schemes',
  'scheme_sections',
  'criteria',
  'sub_criteria',
  'aspects',
  'workbook_mappings',
] as const satisfies readonly (keyof SchemeTables)[];
