import type { RouteOutput } from '#shared/contract/registry.ts';
import { CallFailure } from '../../../client/callFailure.ts';
import { DraftSaver } from './draftSaver.ts';
import { SchemeEditor } from './editorStore.ts';
import { keptChanges, type ChangeStorage } from './keptChanges.ts';
import type { SchemeForm } from './schemeForm.ts';

type Answer = RouteOutput<'schemes.getDraft'>;

const formOf = ({ draft, kind, allowsPartial }: Answer): SchemeForm => ({ draft, kind, allowsPartial });

/** What an editor is opened on. */
export interface EditorSource {
  id: string;
  answer: Answer;
  /** Where changes to a used scheme wait. */
  storage: ChangeStorage;
  save: (form: SchemeForm) => Promise<unknown>;
  /** Asks main anew what it has. */
  fetch: () => Promise<Answer>;
}

/**
 * The editor of a scheme and its way to main. Of a scheme that no attempt rests on, each edit is stored at once; changes
 * to a used one are kept on this computer until they become its next version.
 */
export class OpenEditor {
  readonly editor: SchemeEditor;
  readonly #source: EditorSource;
  readonly #saver: DraftSaver<SchemeForm>;
  #isUsed: boolean;
  /** An answer came while edits were on their way: it may be of before them, or of an undo after them. */
  #hasMissed = false;
  #editCount = 0;

  constructor(source: EditorSource) {
    const { id, answer, storage } = source;
    this.#source = source;
    this.#isUsed = answer.attemptCount > 0;
    this.#saver = new DraftSaver<SchemeForm>(source.save, (form, error) => this.#settle(form, error));
    const stored = formOf(answer);
    const kept = this.#isUsed ? keptChanges.read(storage, id) : null;
    this.editor = new SchemeEditor(stored, kept ?? stored, (form) => {
      if (this.#isUsed) keptChanges.write(storage, id, form);
      else this.#push(form);
    });
    this.editor.keepsSteps = this.#isUsed;
  }

  /** Tries again to store what was refused. */
  readonly retry = (): void => this.#push(this.editor.state.form);

  /** Goes back to what main has. */
  readonly discard = (): void => {
    keptChanges.drop(this.#source.storage, this.#source.id);
    this.editor.discard();
  };

  /** Main has answered: shows it, unless edits are on their way; then main is asked again after them. */
  adopt(answer: Answer): void {
    this.#markUsed(answer.attemptCount > 0);
    this.#hasMissed = !this.#saver.isIdle;
    if (this.#hasMissed) return;
    this.editor.adopt(formOf(answer));
    if (!this.editor.isDirty) keptChanges.drop(this.#source.storage, this.#source.id);
    // The last attempt was removed: what waited to become a version can be stored as it is.
    else if (!this.#isUsed) this.retry();
  }

  #markUsed(isUsed: boolean): void {
    this.#isUsed = isUsed;
    this.editor.keepsSteps = isUsed;
  }

  #push(form: SchemeForm): void {
    this.#editCount += 1;
    this.#saver.push(form);
  }

  #settle(form: SchemeForm, error: unknown): void {
    if (error === null) {
      this.editor.confirm(form);
      void this.#catchUp();
      return;
    }
    this.editor.fail(error);
    if (error instanceof CallFailure && error.code === 'in_use') {
      this.#markUsed(true);
      keptChanges.write(this.#source.storage, this.#source.id, this.editor.state.form);
    }
  }

  /** Shows what main has now, when an answer was passed over and nothing is on its way any more. */
  async #catchUp(): Promise<void> {
    while (this.#hasMissed && this.#saver.isIdle) {
      const asked = this.#editCount;
      const answer = await this.#source.fetch().catch(() => null);
      if (answer === null) return;
      if (asked === this.#editCount) this.adopt(answer);
    }
  }
}
