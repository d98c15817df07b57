import type { PressedKey } from '#shared/domain/training/gridKey.ts';
import { markCharacter } from '#shared/domain/training/gridKey.ts';
import { FULL_KEY, MARK_SIGN, NOT_ATTEMPTED_KEY } from '#shared/domain/training/markText.ts';
import type { SheetMove } from '#shared/domain/training/sheetMoves.ts';
import { fillDown } from './sheetBlocks.ts';
import type { SheetController } from './sheetController.ts';

/** What happens to the event besides: nothing, the page must not act on it, or it is left to the page. */
export type KeyAnswer = 'done' | 'left_alone';

const MOVES: Readonly<Record<string, SheetMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page_up',
  PageDown: 'page_down',
  Home: 'row_start',
  End: 'row_end',
};

const isPlain = (event: PressedKey): boolean => !event.ctrlKey && !event.altKey && !event.metaKey;

function moveOf(event: PressedKey): SheetMove | null {
  const isMod = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  if (isMod && event.key === 'Home') return 'grid_start';
  if (isMod && event.key === 'End') return 'grid_end';
  return isMod ? null : (MOVES[event.key] ?? null);
}

/** Tab and Enter, with and without Shift. */
function stepOf(event: PressedKey): SheetMove | null {
  if (!isPlain(event)) return null;
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  if (event.key === 'Enter') return event.shiftKey ? 'next_above' : 'next_below';
  return null;
}

/** One key for a whole value: stored at once, nothing can follow it. */
function enterByOneKey(controller: SheetController, character: string): boolean {
  // The key of the plus without Shift is the full mark too, but where it stands before a mark given by hand.
  const isFull = character === FULL_KEY || (character === MARK_SIGN && !controller.takesMeasured());
  if (isFull) controller.fillFull();
  else if (character === NOT_ATTEMPTED_KEY) controller.setNotAttempted();
  else return false;
  return true;
}

function onControl(controller: SheetController, event: PressedKey): boolean {
  const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!isMod) return false;
  if (event.code === 'KeyD') fillDown(controller);
  else if (event.code === 'KeyA') controller.selectAll();
  else return false;
  return true;
}

function onCommand(controller: SheetController, event: PressedKey): boolean {
  if (!isPlain(event)) return onControl(controller, event);
  if (event.key === 'Delete' || event.key === 'Backspace') controller.clear();
  else if (event.key === 'F2') controller.open('within');
  // The page would scroll.
  else if (event.key !== ' ') return false;
  return true;
}

function onHeading(controller: SheetController, event: PressedKey): boolean {
  const { place } = controller.store.getState();
  const row = controller.model.rows[place.row];
  if (row === undefined || row.kind === 'aspect' || !isPlain(event)) return false;
  const isWanted =
    event.key === 'Enter' ||
    event.key === ' ' ||
    (place.column === 0 && event.key === (row.isFolded ? 'ArrowRight' : 'ArrowLeft'));
  if (isWanted) controller.toggleFold(row.id);
  return isWanted;
}

/** Alt with an arrow folds the group that the keyboard is in, or unfolds it. */
function onFold(controller: SheetController, event: PressedKey): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false;
  const row = controller.model.rows[controller.store.getState().place.row];
  if (row === undefined) return true;
  const id = row.kind === 'aspect' ? row.subCriterion.id : row.id;
  controller.setFolded(id, event.key === 'ArrowUp');
  return true;
}

function onType(controller: SheetController, event: PressedKey): boolean {
  const character = markCharacter(event);
  if (character === null) return false;
  if (!enterByOneKey(controller, character)) controller.open('over', character);
  return true;
}

function onMove(controller: SheetController, event: PressedKey): boolean {
  const move = moveOf(event);
  if (move === null) return false;
  if (event.shiftKey) controller.extend(move);
  else controller.move(move);
  return true;
}

function onStep(controller: SheetController, event: PressedKey): KeyAnswer | null {
  const step = stepOf(event);
  if (step === null) return null;
  if (event.key === 'Tab' && controller.store.getState().isTabFree) return 'left_alone';
  return controller.move(step) ? 'done' : 'left_alone';
}

/** A key on the grid while no cell is open. */
export function onGridKey(controller: SheetController, event: PressedKey): KeyAnswer {
  if (event.key === 'Escape') {
    controller.freeTab();
    return 'done';
  }
  if (onHeading(controller, event) || onFold(controller, event)) return 'done';
  const stepped = onStep(controller, event);
  if (stepped !== null) return stepped;
  const isDone = onMove(controller, event) || onCommand(controller, event) || onType(controller, event);
  return isDone ? 'done' : 'left_alone';
}

/** Keys that move the caret of a text that is being changed, but leave a value that is typed over the cell. */
const ALONG_TEXT = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

function leavingMove(event: PressedKey, mode: 'over' | 'within'): SheetMove | null {
  const step = stepOf(event);
  if (step !== null) return step;
  if (!isPlain(event) || event.shiftKey) return null;
  const isVertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
  const leaves = isVertical || (ALONG_TEXT.has(event.key) && mode === 'over');
  return leaves ? (MOVES[event.key] ?? null) : null;
}

/** What a key does in an open cell; a text is what it types there, whatever the layout of the keyboard. */
export type EditorAnswer = KeyAnswer | { type: string };

/** A key in the cell that is open. */
export function onEditorKey(controller: SheetController, event: PressedKey): EditorAnswer {
  const { editing } = controller.store.getState();
  if (editing === null) return 'left_alone';
  if (event.key === 'Escape') {
    controller.cancel();
    return 'done';
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    controller.enterEverywhere(editing.text);
    return 'done';
  }
  const move = leavingMove(event, editing.mode);
  if (move !== null) {
    // Tab in the last cell stores and leaves the grid.
    return !controller.commit() || controller.move(move) ? 'done' : 'left_alone';
  }
  const character = markCharacter(event);
  if (character === null) return 'left_alone';
  return enterByOneKey(controller, character) ? 'done' : { type: character };
}
