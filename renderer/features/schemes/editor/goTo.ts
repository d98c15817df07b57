import { flushSync } from 'react-dom';
import { fieldId, type CheckPlace, type EditorField } from './checkPlaces.ts';
import type { SchemeEditor } from './editorStore.ts';

/** Id in the page of the outline. */
export const OUTLINE_ID = 'scheme-outline';

const FOCUSABLE = 'input:not([type="hidden"]), textarea, button, select, [tabindex]';

/** Gives a field of the open form the focus. @returns false when there is no such field */
export function focusField(field: EditorField): boolean {
  const element = document.getElementById(fieldId(field));
  const target = element?.matches(FOCUSABLE) ? element : element?.querySelector<HTMLElement>(FOCUSABLE);
  if (!target) return false;
  target.scrollIntoView({ block: 'nearest' });
  target.focus();
  return true;
}

/** Gives the outline the focus. */
export function focusOutline(): void {
  document.getElementById(OUTLINE_ID)?.focus();
}

/** Lets the field that is being typed in hand over its value. */
export function leaveField(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.matches('input, textarea')) flushSync(() => active.blur());
}

/** Opens the line of a place, also when a search hides it, and focuses the field. */
export function goToPlace(editor: SchemeEditor, place: CheckPlace): void {
  leaveField();
  flushSync(() => {
    editor.search('');
    editor.activate(place.rowId);
  });
  if (!focusField(place.field)) focusOutline();
}
