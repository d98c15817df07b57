/** Where in a scheme: indexes of criterion, sub-criterion and aspect, as far as it goes. */
export interface SchemePlace {
  criterion: number;
  subCriterion?: number;
  aspect?: number;
}

/** What a check of a scheme can find, whether the scheme was imported or is being edited. */
export type SchemeCheckCode =
  /** The marks of all aspects are not 100 points: `actualHundredths`. */
  | 'total_not_100'
  /** The weights of the standard's sections are not 100 points: `actualHundredths`. */
  | 'section_weights_not_100'
  /** A section's aspects are not its weight: `sectionNumber`, `declaredHundredths`, `actualHundredths`. */
  | 'section_variation'
  /** The variations of all sections are more than five points: `actualHundredths`. */
  | 'total_variation'
  /** The scheme names no sections of the standard. */
  | 'no_sections'
  /** A criterion's mark is not the sum of its aspects: `declaredHundredths`, `actualHundredths`, `subject`. */
  | 'criterion_mark_differs'
  /** A judgement has no descriptor for some of the scores 0 to 3: `subject`. */
  | 'descriptors_incomplete'
  /** An aspect belongs to no section of the standard: `subject`. */
  | 'aspect_without_section'
  /** An aspect belongs to a section that the scheme does not name: `subject`, `sectionNumber`. */
  | 'section_unknown'
  /** An aspect's maximum is nothing or more than 100 points: `subject`, `actualHundredths`. */
  | 'mark_out_of_range'
  /** An aspect says nothing: `subject`. */
  | 'aspect_without_description'
  /** A sub-criterion has no aspects: `subject`. */
  | 'sub_criterion_without_aspects'
  /** A sub-criterion says no marking day while others do: `subject`. */
  | 'day_missing'
  /** Two criteria, sub-criteria or sections have the same letter, code or number: `subject`. */
  | 'duplicate_id';

/** What reading a workbook can find besides. Each has a `row`, counted from 1 as the spreadsheet shows it. */
export type SchemeReadingCode =
  /** A mark has more than two decimals and was rounded: `value`. */
  | 'mark_rounded'
  /** A mark is missing and counts as nothing. */
  | 'mark_missing'
  /** A mark is no number and counts as nothing: `value`. */
  | 'mark_not_understood'
  /** A mark is below nothing and counts as nothing: `value`. */
  | 'mark_negative'
  /** A row without text has a mark and was left out: `value`. */
  | 'mark_without_aspect'
  /** A row with a text and a mark says no type; it was taken as a measurement. */
  | 'type_assumed'
  /** A type is not known; the row was taken as a measurement: `value`. */
  | 'type_not_understood'
  /** A marking day is not understood and was left out: `value`. */
  | 'day_not_understood'
  /** A section of the standard is no whole number and was left out: `value`. */
  | 'section_not_understood'
  /** A score of a ladder is not 0, 1, 2 or 3; the text was kept as a note: `value`. */
  | 'score_not_understood'
  /** A criterion's letter was not readable; it was numbered by its place: `value`, `subject`. */
  | 'criterion_code_repaired'
  /** A sub-criterion has no code; it was numbered by its place: `subject`. */
  | 'sub_criterion_code_missing'
  /** An aspect stands before the first sub-criterion; one was made for it: `subject`. */
  | 'sub_criterion_assumed'
  /** Column J points to a row that the sheet of calculations does not have: `value`. */
  | 'calculation_not_found'
  /** A calculation is of no known kind, or its parameters are not readable; it is kept word for word: `value`. */
  | 'calculation_unknown'
  /** A link "Z" of the Russian layout is kept as a note: `value`. */
  | 'link_kept_as_note'
  /** Text stands outside the table and was left out: `count` cells, `row` of the first. */
  | 'text_ignored'
  /** A sheet besides was left out: `value` is its name. */
  | 'sheet_ignored';

/** A thing that a person should look at; code and parameters make the sentence. */
export interface SchemeWarning {
  code: SchemeCheckCode | SchemeReadingCode;
  place?: SchemePlace;
  /** Code of the criterion, sub-criterion or aspect, or number of the section. */
  subject?: string;
  /** Row of the sheet, from 1. */
  row?: number;
  /** What the cell held, cut to 100 characters. */
  value?: string;
  count?: number;
  sectionNumber?: number;
  declaredHundredths?: number;
  actualHundredths?: number;
}

/** Why bytes or sheets did not become a scheme. The codes are error codes of the contract as they stand. */
export type WorkbookErrorCode =
  /** Not an .xlsx file at all. */
  | 'not_a_workbook'
  /** Protected with a password. */
  | 'workbook_encrypted'
  /** No cell holds anything. */
  | 'workbook_empty'
  /** A known layout with no aspect in it. */
  | 'workbook_no_aspects'
  /** More than we are ready to unpack or read, or too slow to read. */
  | 'workbook_too_large'
  /** None of the layouts that we know. */
  | 'workbook_unknown_layout'
  /** Looks like a workbook but is damaged, or built to do harm. */
  | 'workbook_unreadable';
