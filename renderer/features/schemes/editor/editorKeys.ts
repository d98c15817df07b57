import { flushSync } from 'react-dom';
import type { AspectKind } from '#shared/domain/schemes/schemeDocument.ts';
import { addAspect, addCriterion, addSubCriterion, duplicateAspects, removeRows } from './draftEdits.ts';
import { aspectIdsUnder, listOutline, SCHEME_ROW } from './draftOutline.ts';
import type { DraftStep } from './draftEdits.ts';
import type { EditorField } from './checkPlaces.ts';
import type { SchemeEditor } from './editorStore.ts';
import { focusField, focusOutline, leaveField } from './goTo.ts';
import { moveRows } from './moveRows.ts';

const makeId = (): string => crypto.randomUUID();

/** The lines that a command is about: those that are ticked, else the open one. */
export function chosenIds(editor: SchemeEditor): ReadonlySet<string> {
  const { selectedIds, activeId } = editor.state;
  return selectedIds.size > 0 ? selectedIds : new Set([activeId]);
}

function add(
  editor: SchemeEditor,
  make: (draft: SchemeEditor['state']['form']['draft'], nearId: string) => DraftStep,
  field: EditorField,
): void {
  leaveField();
  flushSync(() => {
    editor.search('');
    editor.step((draft) => make(draft, editor.state.activeId));
  });
  focusField(field);
}

/** What buttons and keys do in the editor. */
export const editorCommands = {
  addAspect: (editor: SchemeEditor): void =>
    add(editor, (draft, nearId) => addAspect(draft, nearId, makeId), 'description'),
  addSubCriterion: (editor: SchemeEditor): void =>
    add(editor, (draft, nearId) => addSubCriterion(draft, nearId, makeId), 'name'),
  addCriterion: (editor: SchemeEditor): void =>
    add(editor, (draft, nearId) => addCriterion(draft, nearId, makeId), 'name'),
  duplicate(editor: SchemeEditor): void {
    leaveField();
    const ids = new Set(aspectIdsUnder(editor.state.form.draft, chosenIds(editor)));
    if (ids.size > 0) editor.step((draft) => duplicateAspects(draft, ids, makeId));
  },
  move(editor: SchemeEditor, direction: 'up' | 'down'): void {
    leaveField();
    editor.edit((draft) => moveRows(draft, chosenIds(editor), direction));
  },
  remove(editor: SchemeEditor): void {
    const ids = chosenIds(editor);
    if (ids.has(SCHEME_ROW)) return;
    leaveField();
    const before = listOutline(editor.state.form.draft);
    const after = removeRows(editor.state.form.draft, ids);
    const left = new Set(listOutline(after).map(({ id }) => id));
    const from = before.findIndex(({ id }) => ids.has(id));
    // The line that moves up into the gap, else the one above it.
    const next = before
      .slice(from)
      .find(({ id, level }) => left.has(id) && level >= (before[from]?.level ?? 0));
    const above = before.slice(0, from).findLast(({ id }) => left.has(id));
    flushSync(() => {
      editor.edit(() => after);
      editor.activate((next ?? above)?.id ?? SCHEME_ROW);
    });
    focusOutline();
  },
};

/** A new aspect's id; for pasted rows. */
export const makeRowId = makeId;

interface PressedKey {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

function runMoveKey(editor: SchemeEditor, key: string): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
  editorCommands.move(editor, key === 'ArrowUp' ? 'up' : 'down');
  return true;
}

/**
 * Keys that mean the same in the outline and in the form beside it: Alt+↑/↓ moves, Ctrl+Enter adds an aspect, with
 * Shift a sub-criterion, Ctrl+D copies. @returns whether the key was one of them
 */
export function runSharedKey(editor: SchemeEditor, event: PressedKey): boolean {
  const isMod = event.ctrlKey || event.metaKey;
  if (event.altKey && !isMod) return runMoveKey(editor, event.key);
  if (!isMod || event.altKey) return false;
  if (event.key === 'Enter') {
    if (event.shiftKey) editorCommands.addSubCriterion(editor);
    else editorCommands.addAspect(editor);
    return true;
  }
  if (event.code === 'KeyD' && !event.shiftKey) {
    editorCommands.duplicate(editor);
    return true;
  }
  return false;
}

const isText = (target: EventTarget): boolean =>
  target instanceof Element && target.matches('input, textarea');

/**
 * Ctrl+Z and Ctrl+Shift+Z for changes that are not stored yet; text fields keep their own.
 * @returns whether something was taken back or done again
 */
export function runUndoKey(editor: SchemeEditor, event: PressedKey & { target: EventTarget }): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return false;
  if (event.code === 'KeyZ') return event.shiftKey ? editor.redo() : editor.undo();
  return event.code === 'KeyY' && editor.redo();
}

/** Types of aspects in the order of the choice. */
export const ASPECT_KINDS: readonly AspectKind[] = ['measurement', 'judgement'];
