import type { FormStanding } from '#shared/contract/assessment.ts';
import type { MarkingFormStep } from '#shared/domain/assessment/formLife.ts';

/** A marking form as people look for it. */
export interface FormRow extends FormStanding {
  key: string;
  code: string;
  name: string;
  /** Who the competitor is. */
  competitor: string;
}

/** A sub-criterion with its day; null: on no day. */
export interface FormChoice {
  id: string;
  code: string;
  name: string;
  day: number | null;
}

/** What is chosen: a sub-criterion by its id, or `day-2`. */
export function formsChosen(forms: readonly FormChoice[], chosen: string): FormChoice[] {
  return forms.filter((form) => form.id === chosen || (form.day !== null && `day-${form.day}` === chosen));
}

/** Marking forms of the chosen sub-criteria, competitor by competitor in their order. */
export function listFormRows(
  standings: readonly FormStanding[],
  forms: readonly FormChoice[],
  competitors: readonly { attemptId: string; label: string }[],
): FormRow[] {
  const known = new Map(standings.map((one) => [`${one.attemptId} ${one.subCriterionId}`, one]));
  return forms.flatMap((form) =>
    competitors.flatMap(({ attemptId, label }) => {
      const key = `${attemptId} ${form.id}`;
      const standing = known.get(key);
      return standing === undefined
        ? []
        : [{ ...standing, key, code: form.code, name: form.name, competitor: label }];
    }),
  );
}

/** Steps that a form can take now, for its buttons. */
export function stepsOfForm(form: Pick<FormStanding, 'state' | 'missingCount'>): MarkingFormStep[] {
  switch (form.state) {
    case 'draft':
      return form.missingCount === 0 ? ['complete'] : [];
    case 'complete':
      return ['verify', 'reopen'];
    case 'verified':
      return ['reopen'];
    case 'out':
      return [];
  }
}

/** Forms that can take a step now. */
export const readyForStep = (rows: readonly FormRow[], step: MarkingFormStep): FormRow[] =>
  rows.filter((row) => stepsOfForm(row).includes(step));
