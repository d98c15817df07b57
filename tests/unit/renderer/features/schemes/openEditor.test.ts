import { describe, expect, test } from 'vitest';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { OpenEditor } from '../../../../../renderer/features/schemes/editor/openEditor.ts';
import type { SchemeForm } from '../../../../../renderer/features/schemes/editor/schemeForm.ts';

type Answer = RouteOutput<'schemes.getDraft'>;

const nothingKept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

function answerWith(title: string): Answer {
  return {
    draft: { title, criteria: [], sections: [], calculations: [] },
    kind: 'practice',
    competencyId: null,
    version: 1,
    previousVersionId: null,
    nextVersionId: null,
    allowsPartial: false,
    attemptCount: 0,
  };
}

/** A main whose answers come when the test says so. */
class SlowMain {
  title: string;
  #waiting: (() => void)[] = [];

  constructor(title: string) {
    this.title = title;
  }

  readonly save = async (form: SchemeForm): Promise<void> => {
    this.title = form.draft.title;
    await this.#release();
  };

  readonly fetch = async (): Promise<Answer> => {
    const read = answerWith(this.title);
    await this.#release();
    return read;
  };

  #release(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Lets the oldest answer arrive. */
  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
}

function open(main: SlowMain): OpenEditor {
  const { save, fetch } = main;
  return new OpenEditor({ id: 'scheme', answer: answerWith(main.title), storage: nothingKept, save, fetch });
}

const rename = ({ editor }: OpenEditor, title: string): void => editor.edit((draft) => ({ ...draft, title }));

const titleOf = ({ editor }: OpenEditor): string => editor.state.form.draft.title;

describe('an open editor', () => {
  test('shows an undo that main did before the answer to the edit arrived', async () => {
    const main = new SlowMain('Module A');
    const opened = open(main);
    rename(opened, 'Module B');
    // Undone from elsewhere; the page asks and hears of it while its own edit is not acknowledged yet.
    main.title = 'Module A';
    opened.adopt(answerWith('Module A'));
    expect(titleOf(opened)).toBe('Module B');
    await main.answer();
    await main.answer();
    expect(titleOf(opened)).toBe('Module A');
  });

  test('an old answer never takes away what was typed after it', async () => {
    const main = new SlowMain('Module A');
    const opened = open(main);
    rename(opened, 'Module B');
    opened.adopt(answerWith('Module A'));
    await main.answer();
    // Main is being asked again; meanwhile the next edit is typed and stored.
    rename(opened, 'Module C');
    await main.answer();
    expect(titleOf(opened)).toBe('Module C');
    await main.answer();
    await main.answer();
    expect(titleOf(opened)).toBe('Module C');
    expect(opened.editor.isDirty).toBe(false);
  });

  test('without edits on their way it follows main at once', () => {
    const opened = open(new SlowMain('Module A'));
    opened.adopt(answerWith('Module B'));
    expect(titleOf(opened)).toBe('Module B');
  });
});
