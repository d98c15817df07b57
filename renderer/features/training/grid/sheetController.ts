import type { StoreApi } from 'zustand/vanilla';
import type { CriterionRow } from '#shared/contract/schemes.ts';
import type { StoredMark } from '#shared/contract/training.ts';
import type { AttemptSums } from '#shared/domain/training/attemptTotals.ts';
import { sumAttempt } from '#shared/domain/training/attemptTotals.ts';
import type { CellEntry } from '#shared/domain/training/markBlock.ts';
import type { ParsedMark } from '#shared/domain/training/markText.ts';
import {
  FULL_KEY,
  NOT_ATTEMPTED_KEY,
  formatMarkText,
  isSameEntry,
  parseMarkText,
  takesMeasured,
} from '#shared/domain/training/markText.ts';
import { areaBetween, moveInSheet } from '#shared/domain/training/sheetMoves.ts';
import type { SheetArea, SheetMove, SheetPlace, SheetShape } from '#shared/domain/training/sheetMoves.ts';
import { cellKey } from '../marks/markQueue.ts';
import type { MarkSender } from '../marks/markSender.ts';
import { buildModel, carryPlace, cellAt, fillableAt, firstPlace } from './sheetModel.ts';
import type { SheetCell, SheetColumn, SheetModel } from './sheetModel.ts';
import type { Editing, SheetState } from './sheetStore.ts';
import { createSheetStore } from './sheetStore.ts';
import { showCells } from './shownCells.ts';
import type { ShownCell } from './shownCells.ts';

/** What a controller is made for. */
export interface SheetOptions {
  sessionId: string;
  schemeId: string;
  sender: Pick<MarkSender, 'add' | 'store'>;
}

/** What main tells of a grid. */
export interface SheetData {
  criteria: readonly CriterionRow[];
  columns: readonly SheetColumn[];
  marks: readonly StoredMark[];
}

/** What stands in the open cell, by what the cell is about: places change, attempts and aspects do not. */
export interface OpenText {
  attemptId: string;
  aspectId: string;
  text: string;
}

const isLeftToJudges = (parsed: ParsedMark): boolean =>
  !parsed.ok && parsed.problem.code === 'judged_by_team';

const EMPTY_CELL: ShownCell = { entry: null, counted: null, status: 'still', sequence: 0 };

/** What the keyboard, the pointer and the clipboard do to a score grid. Knows nothing of the page it is drawn on. */
export class SheetController {
  readonly store: StoreApi<SheetState> = createSheetStore();
  readonly #options: SheetOptions;
  #criteria: readonly CriterionRow[] = [];
  #marks: readonly StoredMark[] = [];
  #page = 10;
  #isPlaced = false;
  #decimalSign: ',' | '.' = ',';

  constructor(options: SheetOptions) {
    this.#options = options;
  }

  /** The session whose attempts are marked. */
  get sessionId(): string {
    return this.#options.sessionId;
  }

  /** Rows that are shown, and students. */
  get model(): SheetModel {
    return this.#state.model;
  }

  /** How numbers are written when a cell is opened or copied. */
  get decimalSign(): ',' | '.' {
    return this.#decimalSign;
  }

  /** The language of the screen changed. */
  setDecimalSign(sign: ',' | '.'): void {
    this.#decimalSign = sign;
  }

  /** Follows the queue. @returns what ends it */
  connect(): () => void {
    this.#show();
    return this.#options.sender.store.subscribe(() => this.#show());
  }

  /** The scheme, the attempts at it and their marks, as main told last. */
  setData(data: SheetData): void {
    const isSame = data.criteria === this.#criteria && data.columns === this.model.columns;
    this.#marks = data.marks;
    this.#criteria = data.criteria;
    if (isSame) this.#show();
    else this.#setModel(buildModel(data.criteria, data.columns, this.#state.folded));
  }

  /** Folds the rows of a criterion or sub-criterion away, or shows them again. */
  setFolded(id: string, isFolded: boolean): void {
    const folded = new Set(this.#state.folded);
    if (isFolded) folded.add(id);
    else folded.delete(id);
    this.#fold(folded);
  }

  /** Folds what is unfolded, and the reverse. */
  toggleFold(id: string): void {
    this.setFolded(id, !this.#state.folded.has(id));
  }

  /** Folds all sub-criteria, or shows everything. */
  foldAll(isFolded: boolean): void {
    const ids = this.#criteria.flatMap((criterion) => criterion.subCriteria.map(({ id }) => id));
    this.#fold(new Set(isFolded ? ids : []));
  }

  /** How many rows are in view. */
  setPage(rows: number): void {
    this.#page = Math.max(1, rows - 1);
  }

  /** What a place shows; an empty cell where there is nothing. */
  cell(place: SheetPlace): ShownCell {
    const found = cellAt(this.model, place);
    return found ? this.#shown(found) : EMPTY_CELL;
  }

  /** The text of a place as it is edited and copied. */
  textOf(place: SheetPlace): string {
    const found = cellAt(this.model, place);
    return found ? formatMarkText(this.#shown(found).entry, this.decimalSign, found.row.aspect) : '';
  }

  /** Whether what was measured is typed at the keyboard's place, not the mark. */
  takesMeasured(): boolean {
    const found = fillableAt(this.model, this.#state.place);
    return found !== null && takesMeasured(found.row.aspect);
  }

  /** Moves the keyboard's place. @returns false when Tab should leave the grid */
  move(move: SheetMove): boolean {
    const to = moveInSheet(this.#shape, this.#state.place, move);
    if (to === null) return false;
    this.focus(to);
    return true;
  }

  /** Widens or narrows the selection. */
  extend(move: SheetMove): void {
    const { place, anchor } = this.#state;
    const to = moveInSheet(this.#shape, place, move);
    if (to !== null) this.extendTo(to, anchor ?? place);
  }

  /** Selects from the place of the keyboard, or from where the selection began, to another one. */
  extendTo(to: SheetPlace, from: SheetPlace = this.#state.anchor ?? this.#state.place): void {
    if (!this.#commitOrReturn()) return;
    const place = { row: to.row, column: Math.max(1, to.column) };
    const anchor = { row: from.row, column: Math.max(1, from.column) };
    this.#settle({ place, anchor, area: areaBetween(anchor, place) });
  }

  /** Puts the keyboard somewhere; what is being typed is stored first. @returns false when it cannot be stored */
  focus(place: SheetPlace): boolean {
    if (!this.#commitOrReturn()) return false;
    this.#settle({ place, anchor: null, area: null });
    return true;
  }

  /** Selects every cell. */
  selectAll(): void {
    const { rows, columns } = this.model;
    this.extendTo({ row: rows.length - 1, column: columns.length }, { row: 0, column: 1 });
  }

  /** The next Tab, or Shift+Tab, goes on outside of the grid. */
  freeTab(): void {
    this.store.setState({ isTabFree: true, anchor: null, area: null });
  }

  /** Begins to type over the cell, or opens its value. */
  open(mode: Editing['mode'], text?: string): void {
    const { place } = this.#state;
    const found = fillableAt(this.model, place);
    if (!found) return;
    const value = text ?? formatMarkText(this.#shown(found).entry, this.decimalSign, found.row.aspect);
    this.store.setState({ editing: { place, text: value, mode, problem: null }, isTabFree: false });
  }

  /** What is being typed, and where; null when no cell is open. */
  openText(): OpenText | null {
    const { editing } = this.#state;
    const found = editing && fillableAt(this.model, editing.place);
    if (!found) return null;
    return { attemptId: found.column.attemptId, aspectId: found.row.aspect.id, text: editing.text };
  }

  /** Opens a cell with a text that was not stored. @returns false when it cannot be filled, or another one is open */
  reopen({ attemptId, aspectId, text }: OpenText): boolean {
    const { rows, columns } = this.model;
    const row = rows.findIndex((one) => one.kind === 'aspect' && one.aspect.id === aspectId);
    const column = columns.findIndex((one) => one.attemptId === attemptId) + 1;
    const place = { row, column };
    if (row < 0 || column < 1 || this.#state.editing !== null || !fillableAt(this.model, place)) return false;
    this.#settle({ place, anchor: null, area: null });
    this.open('over', text);
    return true;
  }

  /** What stands in the open cell now. A problem that was told goes as soon as the text is right. */
  change(text: string): void {
    const { editing } = this.#state;
    if (editing === null) return;
    const problem = editing.problem === null ? null : this.#problemOf(editing.place, text);
    this.store.setState({ editing: { ...editing, text, problem } });
  }

  /** Escape: the cell has its former value again. */
  cancel(): void {
    this.store.setState((state) => ({ editing: null, focusWish: state.focusWish + 1 }));
  }

  /**
   * Stores what stands in the open cell and closes it.
   * @returns false when it cannot be stored: the cell stays open and says why
   */
  commit(): boolean {
    const { editing } = this.#state;
    if (editing === null) return true;
    const found = fillableAt(this.model, editing.place);
    const parsed = found && parseMarkText(editing.text, found.row.aspect);
    if (parsed?.ok === false) {
      this.store.setState({ editing: { ...editing, problem: parsed.problem } });
      return false;
    }
    this.store.setState((state) => ({ editing: null, focusWish: state.focusWish + 1 }));
    if (found && parsed) this.#write([{ found, parsed }]);
    return true;
  }

  /** Stores the same text in every selected cell that can hold it. @returns false when one cannot */
  enterEverywhere(text: string): boolean {
    const selected = this.selectedCells().map((found) => ({
      found,
      parsed: parseMarkText(text, found.row.aspect),
    }));
    // Among others, what a team of judges scores is left to them.
    const cells = selected.length > 1 ? selected.filter(({ parsed }) => !isLeftToJudges(parsed)) : selected;
    const wrong = cells.find(({ parsed }) => !parsed.ok);
    if (wrong !== undefined) {
      this.#tellProblem(text, wrong.parsed);
      return false;
    }
    this.store.setState((state) => ({ editing: null, focusWish: state.focusWish + 1 }));
    this.#write(cells);
    return true;
  }

  /** The full mark, or the highest score, for the selected cells. */
  fillFull(): void {
    this.enterEverywhere(FULL_KEY);
  }

  /** Not attempted, for the selected cells. */
  setNotAttempted(): void {
    this.enterEverywhere(NOT_ATTEMPTED_KEY);
  }

  /** Empties the selected cells. */
  clear(): void {
    this.enterEverywhere('');
  }

  /** Stores cells that were checked. */
  enter(cells: readonly CellEntry[]): void {
    const changed = cells.filter((cell) => {
      const shown = this.#state.cells.get(cellKey(cell.attemptId, cell.aspectId));
      return shown?.status === 'failed' || !isSameEntry(shown?.entry ?? null, cell.entry);
    });
    const { sessionId, schemeId, sender } = this.#options;
    if (changed.length > 0) sender.add({ sessionId, schemeId }, changed);
  }

  /** Tells what is wrong with a block; null: it has been read. */
  refuse(faults: SheetState['faults']): void {
    this.store.setState((state) => ({ faults, focusWish: state.focusWish + (faults === null ? 1 : 0) }));
  }

  /** Selected cells that can be filled, row by row. */
  selectedCells(): SheetCell[] {
    const { top, bottom, left, right } = this.selectedArea();
    const found: SheetCell[] = [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = fillableAt(this.model, { row, column });
        if (cell) found.push(cell);
      }
    }
    return found;
  }

  /** The selection; the one cell of the keyboard where nothing else is selected. */
  selectedArea(): SheetArea {
    const { area, place } = this.#state;
    return area ?? areaBetween(place, place);
  }

  get #state(): SheetState {
    return this.store.getState();
  }

  get #shape(): SheetShape {
    return {
      rowCount: this.model.rows.length,
      studentCount: this.model.columns.length,
      page: this.#page,
      isFillable: (place) => {
        const found = fillableAt(this.model, place);
        return found !== null && found.row.aspect.isJudgedByTeam !== true;
      },
    };
  }

  /** Stores what is open, or brings the keyboard back to it. */
  #commitOrReturn(): boolean {
    if (this.commit()) return true;
    this.store.setState((state) => ({ focusWish: state.focusWish + 1 }));
    return false;
  }

  #settle(part: Pick<SheetState, 'place' | 'anchor' | 'area'>): void {
    this.store.setState((state) => ({
      ...part,
      editing: null,
      isTabFree: false,
      focusWish: state.focusWish + 1,
    }));
  }

  #fold(folded: ReadonlySet<string>): void {
    if (!this.commit()) return;
    this.store.setState((state) => ({ folded, focusWish: state.focusWish + 1 }));
    this.#setModel(buildModel(this.#criteria, this.model.columns, folded));
  }

  #setModel(model: SheetModel): void {
    const { model: before, place, editing } = this.#state;
    const isFirst = !this.#isPlaced && model.columns.length > 0;
    this.#isPlaced ||= isFirst;
    const carried = isFirst ? firstPlace(model) : carryPlace(before, model, place);
    const isOpen = editing !== null && fillableAt(model, carried) !== null;
    this.store.setState({
      model,
      place: carried,
      anchor: null,
      area: null,
      editing: isOpen ? { ...editing, place: carried } : null,
    });
    this.#show();
  }

  #shown({ column, row }: SheetCell): ShownCell {
    return this.#state.cells.get(cellKey(column.attemptId, row.aspect.id)) ?? EMPTY_CELL;
  }

  #problemOf(place: SheetPlace, text: string): Editing['problem'] {
    const found = fillableAt(this.model, place);
    const parsed = found && parseMarkText(text, found.row.aspect);
    return parsed?.ok === false ? parsed.problem : null;
  }

  /** Says in the cell of the keyboard why a text cannot be stored; a value of one key is opened there to be seen. */
  #tellProblem(text: string, parsed: ParsedMark): void {
    if (parsed.ok) return;
    const { editing, place } = this.#state;
    const open: Editing = editing ?? { place, text, mode: 'over', problem: null };
    this.store.setState({ editing: { ...open, problem: parsed.problem } });
  }

  #write(cells: readonly { found: SheetCell; parsed: ParsedMark }[]): void {
    this.enter(
      cells.flatMap(({ found, parsed }) =>
        parsed.ok
          ? [{ attemptId: found.column.attemptId, aspectId: found.row.aspect.id, entry: parsed.entry }]
          : [],
      ),
    );
  }

  #show(): void {
    const { batches, fresh } = this.#options.sender.store.getState();
    const sources = { marks: this.#marks, batches, fresh, aspects: this.model.aspects };
    const cells = showCells(sources, this.#state.cells);
    this.store.setState({ cells, sums: this.#sum(cells) });
  }

  #sum(cells: SheetState['cells']): ReadonlyMap<string, AttemptSums> {
    return new Map(
      this.model.columns.map(({ attemptId, scope }) => [
        attemptId,
        sumAttempt(this.model.criteria, scope, (id) => cells.get(cellKey(attemptId, id))?.counted ?? null),
      ]),
    );
  }
}
