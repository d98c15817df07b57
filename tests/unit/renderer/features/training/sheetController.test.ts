import { beforeEach, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { AspectRow, CriterionRow } from '#shared/contract/schemes.ts';
import type { AttemptRow, StoredMark } from '#shared/contract/training.ts';
import type { CellEntry } from '#shared/domain/training/markBlock.ts';
import type { SenderState } from '../../../../../renderer/features/training/marks/markSender.ts';
import {
  copySelection,
  fillDown,
  pasteBlock,
} from '../../../../../renderer/features/training/grid/sheetBlocks.ts';
import { SheetController } from '../../../../../renderer/features/training/grid/sheetController.ts';
import { onEditorKey, onGridKey } from '../../../../../renderer/features/training/grid/sheetKeys.ts';
import { listColumns, markTeams } from '../../../../../renderer/features/training/grid/sheetModel.ts';

const aspect = (id: string, maxHundredths: number, kind: AspectRow['kind'] = 'measurement'): AspectRow => ({
  id,
  kind,
  code: id,
  description: id,
  extraDescription: '',
  requirement: '',
  sectionNumber: null,
  maxHundredths,
  descriptors: [],
  extraRows: [],
  calculation: null,
  allowsPartial: true,
});

const criterion = (code: string, subs: [string, AspectRow[]][]): CriterionRow => ({
  id: code,
  code,
  name: code,
  declaredHundredths: null,
  subCriteria: subs.map(([id, aspects]) => ({ id, code: id, name: id, markingDay: null, aspects })),
});

/** Rows: 0 A, 1 A1, 2 a1, 3 a2, 4 A2, 5 a3 (judgement), 6 B, 7 B1, 8 b1. */
const criteria = [
  criterion('A', [
    ['A1', [aspect('a1', 100), aspect('a2', 50)]],
    ['A2', [aspect('a3', 200, 'judgement')]],
  ]),
  criterion('B', [['B1', [aspect('b1', 300)]]]),
];

const attempt = (id: string, surname: string, subCriterionIds: string[] | null = null): AttemptRow => ({
  id,
  sessionId: 's',
  studentId: surname,
  schemeId: 'm',
  surname,
  givenName: 'N',
  patronymic: '',
  memberNames: [],
  memberIds: [],
  schemeTitle: '',
  subCriterionIds,
  status: 'draft',
  verifiedSubCriterionIds: [],
  durationMinutes: null,
  notes: '',
  markHundredths: 0,
  markedMaxHundredths: 0,
  scopeMaxHundredths: 0,
  markedCount: 0,
  notAttemptedCount: 0,
  scopeCount: 0,
});

const byText = (a: string, b: string): number => (a < b ? -1 : 1);
/** Columns: 1 x, 2 y (without B1). */
const columns = listColumns([attempt('y', 'Y', ['A1', 'A2']), attempt('x', 'X')], byText);
const mark = (attemptId: string, aspectId: string, markHundredths: number): StoredMark => ({
  attemptId,
  aspectId,
  outcome: 'marked',
  markHundredths,
  score: null,
  measured: null,
});

let sent: CellEntry[][];
let controller: SheetController;

const key = (name: string, modifiers: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', boolean>> = {}) => {
  const code = /^\d$/.test(name) ? `Digit${name}` : name.length === 1 ? `Key${name.toUpperCase()}` : name;
  return { key: name, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers };
};
/** Keys one after the other, each where the focus would be. */
function press(...names: (string | ReturnType<typeof key>)[]): void {
  for (const name of names) {
    const event = typeof name === 'string' ? key(name) : name;
    const { editing } = controller.store.getState();
    if (editing === null) onGridKey(controller, event);
    else {
      const answer = onEditorKey(controller, event);
      const typed = typeof answer === 'object' ? answer.type : answer === 'left_alone' ? event.key : '';
      if (typed.length === 1) controller.change(editing.text + typed);
    }
  }
}
const state = () => controller.store.getState();
const place = () => [state().place.row, state().place.column];
const setData = (marks: StoredMark[] = []) => controller.setData({ criteria, columns, marks });

beforeEach(() => {
  sent = [];
  const store = createStore<SenderState>()(() => ({ batches: [], storedCount: 0, fresh: new Map() }));
  const add = (at: { sessionId: string; schemeId: string }, cells: readonly CellEntry[]): void => {
    sent.push([...cells]);
    const id = String(sent.length);
    const batch = {
      id,
      order: sent.length,
      isSample: false,
      ...at,
      cells,
      state: 'sending' as const,
      failure: null,
    };
    store.setState(({ batches }) => ({ batches: [...batches, batch] }));
  };
  controller = new SheetController({ sessionId: 's', schemeId: 'm', sender: { add, store } });
  setData();
  controller.connect();
});

describe('typing', () => {
  test('begins in the first cell, stores with Tab and goes on', () => {
    expect(place()).toEqual([2, 1]);
    press('0', ',', '7', '5', 'Tab');
    expect(sent).toEqual([
      [{ attemptId: 'x', aspectId: 'a1', entry: { kind: 'points', markHundredths: 75 } }],
    ]);
    expect(place()).toEqual([2, 2]);
    expect(state().editing).toBeNull();
  });

  test('goes down with Enter and over headings', () => {
    press('1', 'Enter', 'Enter');
    expect(place()).toEqual([5, 1]);
    press(key('Enter', { shiftKey: true }));
    expect(place()).toEqual([3, 1]);
  });

  test('keeps the cell open while it is wrong, and stores nothing', () => {
    press('9', 'Enter');
    expect(sent).toEqual([]);
    expect(state().editing?.problem).toEqual({ code: 'above_maximum', maxHundredths: 100 });
    press('Tab');
    expect(place()).toEqual([2, 1]);
    expect(controller.focus({ row: 3, column: 2 })).toBe(false);
    controller.change('0,9');
    expect(state().editing?.problem).toBeNull();
    press('Tab');
    expect(sent).toHaveLength(1);
  });

  test('three decimals and letters are refused too', () => {
    press('0', ',', '1', '2', '3', 'Tab');
    expect(state().editing?.problem?.code).toBe('too_many_decimals');
    controller.change('x');
    press('Tab');
    expect(state().editing?.problem?.code).toBe('not_a_number');
  });

  test('Escape gives the former value back', () => {
    setData([mark('x', 'a1', 50)]);
    press('9', 'Escape');
    expect(state().editing).toBeNull();
    expect(controller.cell({ row: 2, column: 1 }).entry).toEqual({ kind: 'points', markHundredths: 50 });
    expect(sent).toEqual([]);
  });

  test('F2 opens the value itself, arrows then move in the text', () => {
    setData([mark('x', 'a1', 50)]);
    press('F2');
    expect(state().editing).toMatchObject({ text: '0,5', mode: 'within' });
    press('ArrowLeft');
    expect(state().editing).not.toBeNull();
    press('ArrowDown');
    expect(place()).toEqual([3, 1]);
  });

  test('arrows leave a cell that was typed over', () => {
    press('1', 'ArrowRight');
    expect(place()).toEqual([2, 2]);
    expect(sent).toHaveLength(1);
  });

  test('the same value is not stored again', () => {
    setData([mark('x', 'a1', 50)]);
    press('0', ',', '5', 'Enter');
    expect(sent).toEqual([]);
  });

  test('a judgement takes 0 to 3 only', () => {
    controller.focus({ row: 5, column: 1 });
    press('4', 'Enter');
    expect(state().editing?.problem?.code).toBe('not_a_score');
    controller.change('2');
    press('Enter');
    expect(sent[0]?.[0]?.entry).toEqual({ kind: 'score', score: 2 });
    expect(state().sums.get('x')?.whole.markHundredths).toBe(133);
  });
});

describe('one key', () => {
  test('is the full mark, not attempted, or nothing at all', () => {
    press('+', '-', 'Delete');
    expect(sent.map(([cell]) => cell?.entry)).toEqual([
      { kind: 'points', markHundredths: 100 },
      { kind: 'not_attempted' },
      null,
    ]);
    expect(place()).toEqual([2, 1]);
  });

  test('fills a whole selection', () => {
    press(key('ArrowDown', { shiftKey: true }), key('ArrowRight', { shiftKey: true }), '+');
    expect(sent[0]?.map(({ attemptId, aspectId }) => `${attemptId} ${aspectId}`)).toEqual([
      'x a1',
      'y a1',
      'x a2',
      'y a2',
    ]);
  });

  test('a typed value goes into the whole selection with Ctrl+Enter', () => {
    press(key('ArrowRight', { shiftKey: true }), '0', key('Enter', { ctrlKey: true }));
    expect(sent[0]).toHaveLength(2);
  });
});

describe('a closed result', () => {
  const closed = listColumns([attempt('x', 'X'), { ...attempt('y', 'Y'), status: 'verified' }], byText);

  test('is shown and copied, but takes no marks', () => {
    controller.setData({ criteria, columns: closed, marks: [mark('y', 'a1', 50)] });
    controller.focus({ row: 2, column: 2 });
    press('1', '+', '-', 'Delete', 'F2');
    expect(sent).toEqual([]);
    expect(state().editing).toBeNull();
    expect(copySelection(controller)).toBe('0,5');
    expect(state().sums.get('y')?.whole.markHundredths).toBe(50);
  });

  test('is passed by Tab', () => {
    controller.setData({ criteria, columns: closed, marks: [] });
    press('Tab');
    expect(place()).toEqual([3, 1]);
  });

  test('is closed in one sub-criterion when only that has been verified', () => {
    const partly = listColumns([{ ...attempt('x', 'X'), verifiedSubCriterionIds: ['A1'] }], byText);
    controller.setData({ criteria, columns: partly, marks: [] });
    controller.focus({ row: 2, column: 1 });
    press('1', '+', 'Delete');
    expect(sent).toEqual([]);
    controller.focus({ row: 8, column: 1 });
    press('+');
    expect(sent.flat()).toMatchObject([{ attemptId: 'x', aspectId: 'b1' }]);
  });

  test('cannot be pasted over', () => {
    controller.setData({ criteria, columns: closed, marks: [] });
    pasteBlock(controller, [['1', '1']]);
    expect(sent).toEqual([]);
    expect(state().faults).toMatchObject([{ studentName: 'Y N' }]);
  });
});

test('where what was measured is typed, = begins a mark given by hand', () => {
  const counted = aspect('a1', 100);
  counted.calculation = { kind: 'number_completed', possible: '4' };
  controller.setData({ criteria: [criterion('A', [['A1', [counted]]])], columns, marks: [] });
  press('3', 'Enter');
  expect(sent[0]?.[0]?.entry).toEqual({ kind: 'measured', measured: { kind: 'number', value: '3' } });
  expect(state().sums.get('x')?.whole.markHundredths).toBe(75);
  controller.focus({ row: 2, column: 1 });
  const equal = { ...key('='), code: 'Equal' };
  press(equal, '0', ',', '5', 'Enter');
  expect(sent[1]?.[0]?.entry).toEqual({ kind: 'points', markHundredths: 50 });
  controller.focus({ row: 2, column: 1 });
  press('F2');
  expect(state().editing?.text).toBe('=0,5');
});

describe('moving', () => {
  test('Ctrl+Home and Ctrl+End find the first and last cell that can be filled', () => {
    press(key('End', { ctrlKey: true }));
    expect(place()).toEqual([8, 1]);
    press(key('Home', { ctrlKey: true }));
    expect(place()).toEqual([2, 1]);
  });

  test('Tab leaves after the last cell, and anywhere after Escape', () => {
    press(key('End', { ctrlKey: true }));
    expect(onGridKey(controller, key('Tab'))).toBe('left_alone');
    press(key('Home', { ctrlKey: true }), 'Escape');
    expect(onGridKey(controller, key('Tab'))).toBe('left_alone');
    press('ArrowDown');
    expect(onGridKey(controller, key('Tab'))).toBe('done');
  });

  test('shortcuts of the page are left to it', () => {
    expect(onGridKey(controller, key('z', { ctrlKey: true }))).toBe('left_alone');
    expect(onGridKey(controller, key('k', { ctrlKey: true }))).toBe('left_alone');
  });
});

describe('groups', () => {
  test('fold from any of their cells and unfold from the heading', () => {
    press(key('ArrowUp', { altKey: true }));
    expect(controller.model.rows.map((row) => row.id)).toEqual(['A', 'A1', 'A2', 'a3', 'B', 'B1', 'b1']);
    expect(place()).toEqual([1, 1]);
    press('Enter');
    expect(controller.model.rows).toHaveLength(9);
  });

  test('fold and unfold with arrows in the column of names', () => {
    controller.focus({ row: 0, column: 0 });
    press('ArrowLeft');
    expect(controller.model.rows.map((row) => row.id)).toEqual(['A', 'B', 'B1', 'b1']);
    press('ArrowRight');
    expect(controller.model.rows).toHaveLength(9);
  });

  test('keep the place of the keyboard when attempts come and go', () => {
    controller.focus({ row: 3, column: 2 });
    const more = listColumns([attempt('w', 'W'), attempt('x', 'X'), attempt('y', 'Y')], byText);
    controller.setData({ criteria, columns: more, marks: [] });
    expect(place()).toEqual([3, 3]);
  });

  test('show only what some attempt is about', () => {
    const part = listColumns([attempt('y', 'Y', ['A2'])], byText);
    controller.setData({ criteria, columns: part, marks: [] });
    expect(controller.model.rows.map((row) => row.id)).toEqual(['A', 'A2', 'a3']);
  });
});

describe('blocks', () => {
  test('are copied without headings', () => {
    setData([mark('x', 'a1', 50), mark('y', 'a2', 25)]);
    press(key('ArrowRight', { shiftKey: true }));
    controller.extendTo({ row: 5, column: 2 });
    expect(copySelection(controller)).toBe('0,5\t\n\t0,25\n\t');
    controller.setDecimalSign('.');
    expect(copySelection(controller)).toBe('0.5\t\n\t0.25\n\t');
  });

  test('are pasted as one action and selected', () => {
    pasteBlock(controller, [
      ['1', '0.5'],
      ['—', ''],
      ['3', '2'],
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.map(({ aspectId, entry }) => [aspectId, entry?.kind])).toEqual([
      ['a1', 'points'],
      ['a1', 'points'],
      ['a2', 'not_attempted'],
      ['a3', 'score'],
      ['a3', 'score'],
    ]);
    expect(state().area).toEqual({ top: 2, bottom: 5, left: 1, right: 2 });
    expect(place()).toEqual([2, 1]);
  });

  test('with wrong cells store nothing and tell each of them', () => {
    pasteBlock(controller, [
      ['2', '0,5', '1'],
      ['0', '0,001'],
    ]);
    expect(sent).toEqual([]);
    expect(state().faults).toMatchObject([
      { aspectCode: 'a1', studentName: 'X N', problem: { code: 'above_maximum' } },
      { aspectCode: 'a1', studentName: '', problem: { code: 'outside_of_grid' } },
      { aspectCode: 'a2', studentName: 'Y N', problem: { code: 'too_many_decimals' } },
    ]);
  });

  test('of one cell fill the selection', () => {
    controller.extendTo({ row: 3, column: 2 }, { row: 2, column: 1 });
    pasteBlock(controller, [['0,5']]);
    expect(sent[0]).toHaveLength(4);
  });

  test('fill down copies the first row of the selection', () => {
    setData([mark('x', 'a1', 50), mark('y', 'a1', 25)]);
    controller.extendTo({ row: 3, column: 2 }, { row: 2, column: 1 });
    press(key('d', { ctrlKey: true }));
    expect(sent[0]).toEqual([
      { attemptId: 'x', aspectId: 'a2', entry: { kind: 'points', markHundredths: 50 } },
      { attemptId: 'y', aspectId: 'a2', entry: { kind: 'points', markHundredths: 25 } },
    ]);
  });

  test('fill down is refused as a whole where a value does not fit', () => {
    setData([mark('x', 'a1', 100), mark('y', 'a1', 25)]);
    controller.extendTo({ row: 3, column: 2 }, { row: 2, column: 1 });
    fillDown(controller);
    expect(sent).toEqual([]);
    expect(state().faults).toHaveLength(1);
  });

  test('fill down of one cell copies the one above', () => {
    setData([mark('x', 'a1', 50)]);
    controller.focus({ row: 3, column: 1 });
    fillDown(controller);
    expect(sent[0]).toEqual([
      { attemptId: 'x', aspectId: 'a2', entry: { kind: 'points', markHundredths: 50 } },
    ]);
  });
});

test('totals follow what is typed at once, and what main tells', () => {
  setData([mark('x', 'a1', 50), mark('x', 'b1', 300)]);
  expect(state().sums.get('x')?.parts.get('A')?.markHundredths).toBe(50);
  press('1', 'Tab');
  expect(state().sums.get('x')?.whole).toMatchObject({ markHundredths: 400, markedMaxHundredths: 400 });
  expect(controller.cell({ row: 2, column: 1 }).status).toBe('storing');
  expect(state().sums.get('y')?.parts.has('B')).toBe(false);
});

describe('a judgement of a team', () => {
  const withTeam = () => controller.setData({ criteria: markTeams(criteria, ['A2']), columns, marks: [] });

  test('is passed over by Tab, and refused where it is typed with the reason', () => {
    withTeam();
    press('ArrowDown', 'End', 'Tab');
    expect(place()).toEqual([8, 1]);
    press('ArrowUp', 'ArrowUp', 'ArrowUp', '2', 'Enter');
    expect(state().editing?.problem).toEqual({ code: 'judged_by_team' });
    press('Escape', '+');
    expect(state().editing).toMatchObject({ text: '+', problem: { code: 'judged_by_team' } });
    press('Escape', 'Delete');
    expect(state().editing?.problem).toEqual({ code: 'judged_by_team' });
    expect(sent).toEqual([]);
  });

  test('can be noted as not attempted, and is left out of what is entered in many cells', () => {
    withTeam();
    press(key('a', { ctrlKey: true }), '+');
    expect(sent[0]?.map((cell) => cell.aspectId)).toEqual(['a1', 'a1', 'a2', 'a2', 'b1']);
    press('-');
    expect(sent[1]?.map((cell) => cell.aspectId)).toEqual(['a1', 'a1', 'a2', 'a2', 'a3', 'a3', 'b1']);
  });

  test('stays where a pasted block says nothing, and refuses one that scores it', () => {
    withTeam();
    pasteBlock(controller, [['1'], ['0,5'], ['']]);
    expect(sent[0]?.map((cell) => cell.aspectId)).toEqual(['a1', 'a2']);
    press(key('Home', { ctrlKey: true }));
    pasteBlock(controller, [['1'], ['0,5'], ['3']]);
    expect(state().faults).toMatchObject([{ problem: { code: 'judged_by_team' } }]);
    expect(sent).toHaveLength(1);
  });
});
