import { wrapText } from './wrapText.ts';
import type { MeasureText } from './wrapText.ts';

/** A part of a whole: how much of it was reached, and how much it weighs. */
export interface ProfileRow {
  id: string;
  label: string;
  /** Percent 0…100; null when nothing is known. */
  value: number | null;
  /** Percent that it is compared with, a sign on the bar; null when nothing is known. */
  beside?: number | null;
  /** Declared weight, written out. */
  weight: string;
  /** A few words under the label, about this row alone. */
  note?: string;
  /** Lines of the tooltip. */
  details: readonly string[];
}

/** Sizes of a profile chart in pixels, and its labels broken into lines. */
export interface ProfileLayout {
  labelWidth: number;
  weightWidth: number;
  rowHeight: number;
  height: number;
  lines: ReadonlyMap<string, readonly string[]>;
}

export const LINE_HEIGHT = 17;
export const HEAD_HEIGHT = 26;
export const AXIS_HEIGHT = 26;
const LEAST_ROW_HEIGHT = 34;
const ROW_GAP = 12;
const WEIGHT_PADDING = 28;
const LABEL_GAP = 24;
const LEAST_LABEL_WIDTH = 120;

/**
 * Gives labels at most two fifths of the width, and as many lines as the longest one needs: none is cut.
 * @param measures how wide a label, and a heading of a column, is
 */
export function layOutProfile(
  rows: readonly ProfileRow[],
  { width, weightHeading }: { width: number; weightHeading: string },
  measures: { label: MeasureText; heading: MeasureText },
): ProfileLayout {
  const needed = rows.reduce((max, row) => Math.max(max, measures.label(row.label)), 0) + LABEL_GAP;
  const labelWidth = Math.ceil(Math.min(needed, Math.max(LEAST_LABEL_WIDTH, width * 0.4)));
  const room = labelWidth - LABEL_GAP;
  const lines = new Map(rows.map((row) => [row.id, wrapText(row.label, room, measures.label)]));
  const most = rows.reduce((max, row) => {
    const own = (lines.get(row.id)?.length ?? 1) + (row.note === undefined ? 0 : 1);
    return Math.max(max, own);
  }, 1);
  const rowHeight = Math.max(LEAST_ROW_HEIGHT, most * LINE_HEIGHT + ROW_GAP);
  const widest = rows.reduce(
    (max, row) => Math.max(max, measures.label(row.weight)),
    measures.heading(weightHeading),
  );
  return {
    labelWidth,
    weightWidth: Math.ceil(widest) + WEIGHT_PADDING,
    rowHeight,
    height: HEAD_HEIGHT + rows.length * rowHeight + AXIS_HEIGHT,
    lines,
  };
}
