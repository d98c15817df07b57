import type { TextBlock } from '#shared/domain/training/clipboardBlock.ts';
import { formatTabText } from '#shared/domain/training/clipboardBlock.ts';
import { checkBlock, entryProblem, spreadBlock } from '#shared/domain/training/markBlock.ts';
import type { BlockFault, CellEntry, TargetCell } from '#shared/domain/training/markBlock.ts';
import type { SheetController } from './sheetController.ts';
import { cellAt, fillableAt } from './sheetModel.ts';
import type { SheetColumn, SheetModel } from './sheetModel.ts';
import type { NamedFault } from './sheetStore.ts';

/** Rows of aspects from a row on, up to another one; headings are no part of a block. */
function aspectRows(model: SheetModel, from: number, to: number): number[] {
  return model.rows.flatMap((row, index) =>
    row.kind === 'aspect' && index >= from && index <= to ? [index] : [],
  );
}

const nameOf = (column: SheetColumn | undefined): string =>
  column === undefined ? '' : `${column.surname} ${column.givenName}`;

/** The selected cells as tab-separated text; null when no cell of a student is selected. */
export function copySelection(controller: SheetController): string | null {
  const { model } = controller;
  const { top, bottom, left, right } = controller.selectedArea();
  const rows = aspectRows(model, top, bottom);
  if (rows.length === 0 || right === 0) return null;
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return formatTabText(rows.map((row) => columns.map((column) => controller.textOf({ row, column }))));
}

interface BlockOrigin {
  rows: readonly number[];
  column: number;
}

function targetOf(
  model: SheetModel,
  origin: BlockOrigin,
  row: number,
  column: number,
): TargetCell | null | undefined {
  const at = { row: origin.rows[row] ?? -1, column: origin.column + column };
  if (model.rows[at.row] === undefined || model.columns[at.column - 1] === undefined) return undefined;
  const found = fillableAt(model, at);
  if (found === null) return null;
  return { attemptId: found.column.attemptId, aspectId: found.row.aspect.id, rule: found.row.aspect };
}

function nameFault(model: SheetModel, origin: BlockOrigin, fault: BlockFault): NamedFault {
  const row = model.rows[origin.rows[fault.row] ?? -1];
  return {
    ...fault,
    aspectCode: row?.kind === 'aspect' ? row.aspect.code : '',
    studentName: nameOf(model.columns[origin.column + fault.column - 1]),
  };
}

/**
 * Puts a block of a spreadsheet into the grid from the first selected cell on: all of it as one action, or nothing,
 * and then every wrong cell is told. A single copied cell fills the whole selection.
 */
export function pasteBlock(controller: SheetController, block: TextBlock): void {
  const { model } = controller;
  const area = controller.selectedArea();
  const origin = { rows: aspectRows(model, area.top, Infinity), column: Math.max(1, area.left) };
  const selected = aspectRows(model, area.top, area.bottom).length;
  const texts = spreadBlock(block, Math.max(1, selected), area.right - area.left + 1);
  const checked = checkBlock(texts, (row, column) => targetOf(model, origin, row, column));
  if (!checked.ok) {
    controller.refuse(checked.faults.map((fault) => nameFault(model, origin, fault)));
    return;
  }
  controller.enter(checked.cells);
  const first = origin.rows[0];
  if (first === undefined) return;
  const last = origin.rows[texts.length - 1] ?? first;
  const width = Math.max(...texts.map((row) => row.length));
  const lastColumn = Math.min(model.columns.length, origin.column + width - 1);
  controller.extendTo({ row: first, column: origin.column }, { row: last, column: lastColumn });
}

interface FillStep {
  source: number;
  rows: readonly number[];
}

/** What is copied where: the first selected row into those below, or the row above into the one selected. */
function fillStep(controller: SheetController): FillStep | null {
  const { top, bottom } = controller.selectedArea();
  const rows = aspectRows(controller.model, top, bottom);
  const [first, ...below] = rows;
  if (first === undefined) return null;
  if (below.length > 0) return { source: first, rows: below };
  const above = aspectRows(controller.model, 0, first - 1).at(-1);
  return above === undefined ? null : { source: above, rows: [first] };
}

/** Ctrl+D: copies the first selected row down; with one row selected, the row above into it. All or nothing. */
export function fillDown(controller: SheetController): void {
  const step = fillStep(controller);
  if (step === null) return;
  const { model } = controller;
  const { left, right } = controller.selectedArea();
  const cells: CellEntry[] = [];
  const faults: NamedFault[] = [];
  for (let column = Math.max(1, left); column <= right; column += 1) {
    const source = cellAt(model, { row: step.source, column });
    if (source === null) continue;
    const { entry } = controller.cell({ row: step.source, column });
    for (const row of step.rows) {
      const target = fillableAt(model, { row, column });
      if (target === null) continue;
      const problem = entryProblem(entry, target.row.aspect);
      const place = { row, column, text: controller.textOf({ row: step.source, column }) };
      if (problem) {
        faults.push({
          ...place,
          problem,
          aspectCode: target.row.aspect.code,
          studentName: nameOf(target.column),
        });
      } else cells.push({ attemptId: target.column.attemptId, aspectId: target.row.aspect.id, entry });
    }
  }
  if (faults.length > 0) controller.refuse(faults);
  else controller.enter(cells);
}
