import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { SCHEME_ROW } from './draftOutline.ts';
import type { DraftStep } from './draftEdits.ts';
import { isSameForm, type SchemeForm } from './schemeForm.ts';

/** What the editor of one scheme shows and holds. */
export interface EditorState {
  form: SchemeForm;
  /** What main has. */
  stored: SchemeForm;
  /** The line whose form is open. */
  activeId: string;
  /** The line that the form shows; it follows the open line, a moment later while keys run through the lines. */
  panelId: string;
  /** Aspects that are ticked, for changes to many at once. */
  selectedIds: ReadonlySet<string>;
  search: string;
  /** Why the last values were not stored; null when they were. */
  failure: unknown;
}

/** Milliseconds without a key after which the form of the line is shown. */
const REST = 120;

/** So many steps of changes that are not stored can be taken back. */
const MOST_STEPS = 200;

/** Changes what the editor holds; a change of the form is handed on to be stored. */
export class SchemeEditor {
  readonly store: StoreApi<EditorState>;
  /** Changes wait here instead of being stored, so that the history of main knows nothing of them. */
  keepsSteps = false;
  #past: SchemeForm[] = [];
  #future: SchemeForm[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onEdit: (form: SchemeForm) => void;

  /** @param onEdit told of each form that differs from the one before */
  constructor(stored: SchemeForm, form: SchemeForm, onEdit: (form: SchemeForm) => void) {
    this.#onEdit = onEdit;
    this.store = createStore<EditorState>()(() => ({
      form,
      stored,
      activeId: SCHEME_ROW,
      panelId: SCHEME_ROW,
      selectedIds: new Set<string>(),
      search: '',
      failure: null,
    }));
  }

  get state(): EditorState {
    return this.store.getState();
  }

  /** Whether main has something else. */
  get isDirty(): boolean {
    return !isSameForm(this.state.form, this.state.stored);
  }

  editForm(patch: Partial<SchemeForm>): void {
    const { form } = this.state;
    const next = { ...form, ...patch };
    if (isSameForm(form, next)) return;
    this.#remember(form);
    this.#show(next);
  }

  /** Takes back the last change that waits. @returns whether there was one */
  undo(): boolean {
    const form = this.#past.pop();
    if (form === undefined || !this.keepsSteps) return false;
    this.#future.push(this.state.form);
    this.#show(form);
    return true;
  }

  /** Does again what was taken back last. @returns whether there was something */
  redo(): boolean {
    const form = this.#future.pop();
    if (form === undefined || !this.keepsSteps) return false;
    this.#past.push(this.state.form);
    this.#show(form);
    return true;
  }

  edit(change: (draft: SchemeDraft) => SchemeDraft): void {
    this.editForm({ draft: change(this.state.form.draft) });
  }

  /** An edit that leads to another line. */
  step(change: (draft: SchemeDraft) => DraftStep): void {
    const { draft, activeId } = change(this.state.form.draft);
    this.editForm({ draft });
    if (activeId !== null) this.activate(activeId);
  }

  /** Opens the form of a line; what is ticked is let go. */
  activate(activeId: string): void {
    clearTimeout(this.#timer);
    this.store.setState({ activeId, panelId: activeId, selectedIds: new Set() });
  }

  /** Like {@link activate}, by a key that may be held down: the form follows when it rests. */
  walk(activeId: string): void {
    clearTimeout(this.#timer);
    this.store.setState({ activeId, selectedIds: new Set() });
    this.#timer = setTimeout(() => this.showPanel(), REST);
  }

  /** Shows the form of the open line now. */
  showPanel(): void {
    clearTimeout(this.#timer);
    this.store.setState(({ activeId }) => ({ panelId: activeId }));
  }

  select(selectedIds: ReadonlySet<string>): void {
    this.store.setState({ selectedIds });
  }

  search(search: string): void {
    this.store.setState({ search });
  }

  fail(failure: unknown): void {
    this.store.setState({ failure });
  }

  /** Main has stored a form. */
  confirm(stored: SchemeForm): void {
    this.store.setState({ stored, failure: null });
  }

  /** Main has another form, for example after an undo; what a person has changed meanwhile goes before. */
  adopt(stored: SchemeForm): void {
    const isDirty = this.isDirty;
    if (isSameForm(stored, this.state.stored)) return;
    this.store.setState(isDirty ? { stored } : { stored, form: stored });
  }

  /** Goes back to what main has. */
  discard(): void {
    this.#remember(this.state.form);
    this.store.setState(({ stored }) => ({ form: stored, failure: null, selectedIds: new Set() }));
  }

  #remember(form: SchemeForm): void {
    if (!this.keepsSteps) return;
    this.#past = [...this.#past.slice(1 - MOST_STEPS), form];
    this.#future = [];
  }

  #show(form: SchemeForm): void {
    this.store.setState({ form });
    this.#onEdit(form);
  }
}

/** The editor of the page; given by SchemeEditorPage. */
export const EditorContext = createContext<SchemeEditor | null>(null);

/** @throws outside of SchemeEditorPage */
export function useEditor(): SchemeEditor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('useEditor is used outside of SchemeEditorPage');
  return editor;
}

/** A part of what the editor holds. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}
