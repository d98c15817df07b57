import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import type { SchemeWarning } from '#shared/domain/schemes/schemeWarning.ts';
import { SCORES, descriptorText } from './aspectParts.ts';
import { SCHEME_ROW } from './draftOutline.ts';

/** A field of the editor: ids in the page are made of it, see `fieldId`. */
export type EditorField = string;

/** Where a warning is put right: the line to go to, and the field of its form. */
export interface CheckPlace {
  rowId: string;
  field: EditorField;
}

/** Id in the page of a field of the form that is open. */
export const fieldId = (field: EditorField): string => `scheme-field-${field}`;

const FIELDS: Readonly<Partial<Record<SchemeWarning['code'], EditorField>>> = {
  total_not_100: 'allocation',
  total_variation: 'allocation',
  section_weights_not_100: 'allocation',
  no_sections: 'add-section',
  criterion_mark_differs: 'declared',
  duplicate_id: 'code',
  aspect_without_section: 'section',
  section_unknown: 'section',
  mark_out_of_range: 'max',
  aspect_without_description: 'description',
  sub_criterion_without_aspects: 'add-aspect',
  day_missing: 'day',
};

function sectionField(draft: SchemeDraft, warning: SchemeWarning): EditorField {
  const isDuplicate = warning.code === 'duplicate_id';
  const number = isDuplicate ? Number(warning.subject) : warning.sectionNumber;
  const index = draft.sections.findLastIndex((section) => section.number === number);
  return `section-${index}-${isDuplicate ? 'number' : 'weight'}`;
}

function rowOf(draft: SchemeDraft, warning: SchemeWarning): string {
  const { place } = warning;
  const criterion = place && draft.criteria[place.criterion];
  const form = criterion?.subCriteria[place?.subCriterion ?? -1];
  const aspect = form?.aspects[place?.aspect ?? -1];
  return (aspect ?? form ?? criterion)?.id ?? SCHEME_ROW;
}

function firstOpenLevel(draft: SchemeDraft, rowId: string): EditorField {
  const aspect = draft.criteria
    .flatMap(({ subCriteria }) => subCriteria.flatMap(({ aspects }) => aspects))
    .find((one) => one.id === rowId);
  const open = aspect && SCORES.find((score) => descriptorText(aspect, score) === '');
  return `descriptor-${open ?? 0}`;
}

/** The line and the field where a warning can be put right. */
export function placeOf(draft: SchemeDraft, warning: SchemeWarning): CheckPlace {
  const rowId = rowOf(draft, warning);
  if (warning.code === 'descriptors_incomplete') return { rowId, field: firstOpenLevel(draft, rowId) };
  const isAboutSection =
    warning.code === 'section_variation' || (warning.code === 'duplicate_id' && !warning.place);
  if (isAboutSection) return { rowId: SCHEME_ROW, field: sectionField(draft, warning) };
  return { rowId, field: FIELDS[warning.code] ?? 'title' };
}
