import type { MarkEntry } from '../../contract/training.ts';
import { computeMeasuredMark, type MeasuredValue } from '../assessment/measuredMark.ts';
import type { TextBlock } from './clipboardBlock.ts';
import { parseMarkText, pointsProblem, type MarkProblem, type MarkRule } from './markText.ts';

/** A cell that can be filled, and what its aspect allows. */
export interface TargetCell {
  attemptId: string;
  aspectId: string;
  rule: MarkRule;
}

/** A cell and what is to be stored in it; null empties it. */
export interface CellEntry {
  attemptId: string;
  aspectId: string;
  entry: MarkEntry | null;
}

/** Why a cell of a block cannot be stored. */
export type BlockProblem =
  | MarkProblem
  /** The block has more rows or columns than the grid from here on. */
  | { code: 'outside_of_grid' }
  /** The attempt does not contain the aspect. */
  | { code: 'not_in_attempt' };

/** A wrong cell: its place in the block from 0, what it holds, and why it cannot be stored. */
export interface BlockFault {
  row: number;
  column: number;
  text: string;
  problem: BlockProblem;
}

/** Cells by row and column from the first target on; undefined: beyond the grid; null: not in the attempt. */
export type TargetAt = (row: number, column: number) => TargetCell | null | undefined;

/** A block that can be stored as a whole, or everything that is wrong with it. */
export type CheckedBlock = { ok: true; cells: CellEntry[] } | { ok: false; faults: BlockFault[] };

type CheckedCell = { cell: CellEntry } | { problem: BlockProblem } | null;

function checkCell(text: string, target: TargetCell | null | undefined): CheckedCell {
  if (target === undefined || target === null) {
    if (text.trim() === '') return null;
    return { problem: { code: target === null ? 'not_in_attempt' : 'outside_of_grid' } };
  }
  // What judges gave stays where a block says nothing.
  if (target.rule.isJudgedByTeam === true && text.trim() === '') return null;
  const parsed = parseMarkText(text, target.rule);
  if (!parsed.ok) return { problem: parsed.problem };
  return { cell: { attemptId: target.attemptId, aspectId: target.aspectId, entry: parsed.entry } };
}

/**
 * Checks a pasted block as a whole: either each of its cells can be stored, or none is and every wrong one is told.
 * Empty cells of the block empty those of the grid, as in a spreadsheet.
 */
export function checkBlock(block: TextBlock, targetAt: TargetAt): CheckedBlock {
  const cells: CellEntry[] = [];
  const faults: BlockFault[] = [];
  block.forEach((texts, row) =>
    texts.forEach((text, column) => {
      const checked = checkCell(text, targetAt(row, column));
      if (checked === null) return;
      if ('cell' in checked) cells.push(checked.cell);
      else faults.push({ row, column, text, problem: checked.problem });
    }),
  );
  return faults.length > 0 ? { ok: false, faults } : { ok: true, cells };
}

/** The mark of a value follows from the aspect that it goes to. */
function measuredProblem(measured: MeasuredValue, rule: MarkRule): MarkProblem | null {
  if (!rule.calculation) return { code: 'measured_wrong' };
  const isGood = computeMeasuredMark(rule.calculation, measured, rule.maxHundredths).ok;
  return isGood ? null : { code: 'measured_wrong' };
}

/** Whether the rule of an aspect allows an entry; what is typed is checked by parseMarkText already. */
export function entryProblem(entry: MarkEntry | null, rule: MarkRule): MarkProblem | null {
  if (entry?.kind === 'not_attempted') return null;
  if (rule.isJudgedByTeam === true) return { code: 'judged_by_team' };
  if (entry === null) return null;
  if (entry.kind === 'score') return rule.kind === 'judgement' ? null : { code: 'not_a_number' };
  if (rule.kind === 'judgement') return { code: 'not_a_score' };
  if (entry.kind === 'measured') return measuredProblem(entry.measured, rule);
  return pointsProblem(entry.markHundredths, rule);
}

/** One block value for a larger area: copied into every row and column of it. */
export function spreadBlock(block: TextBlock, rows: number, columns: number): TextBlock {
  const [only] = block.length === 1 && block[0]?.length === 1 ? block[0] : [];
  if (only === undefined) return block;
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => only));
}
