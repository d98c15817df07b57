import type { SchemeForm } from './schemeForm.ts';

/** Where changes are kept: the page's own storage. */
export type ChangeStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (schemeId: string): string => `shyng.schemeChanges.${schemeId}`;

function isForm(value: unknown): value is SchemeForm {
  if (typeof value !== 'object' || value === null || !('draft' in value)) return false;
  const { draft } = value;
  if (typeof draft !== 'object' || draft === null) return false;
  return (
    'criteria' in draft &&
    Array.isArray(draft.criteria) &&
    'sections' in draft &&
    Array.isArray(draft.sections) &&
    'calculations' in draft &&
    Array.isArray(draft.calculations)
  );
}

/** Changes to a used scheme that wait for a person to make them its next version; they survive a restart. */
export const keptChanges = {
  /** @returns null when there are none, or they cannot be read */
  read(storage: ChangeStorage, schemeId: string): SchemeForm | null {
    try {
      const value: unknown = JSON.parse(storage.getItem(keyOf(schemeId)) ?? 'null');
      return isForm(value) ? value : null;
    } catch {
      return null;
    }
  },
  write(storage: ChangeStorage, schemeId: string, form: SchemeForm): void {
    try {
      storage.setItem(keyOf(schemeId), JSON.stringify(form));
    } catch {
      // Without room they live as long as the page; the bar above the editor says that they are not stored.
    }
  },
  drop(storage: ChangeStorage, schemeId: string): void {
    storage.removeItem(keyOf(schemeId));
  },
};
