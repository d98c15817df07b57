import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';

/** A scheme as the editor holds it. Never changed in place: each edit gives a new one. */
export interface SchemeForm {
  draft: SchemeDraft;
  kind: 'official' | 'practice';
  /** Whether a mark between nothing and the maximum may be given by hand everywhere. */
  allowsPartial: boolean;
}

/** Whether two forms say the same. */
export function isSameForm(a: SchemeForm, b: SchemeForm): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
