import type { MarkEntry } from '../../contract/training.ts';
import { computeMeasuredMark, measuredKindOf, parseMeasuredNumber } from '../assessment/measuredMark.ts';
import type { Calculation } from '../schemes/calculation.ts';

/** What typing needs to know of an aspect. */
export interface MarkRule {
  kind: 'measurement' | 'judgement';
  maxHundredths: number;
  /** How a measured value becomes the mark; then the value is typed, not the mark. */
  calculation?: Calculation | null;
  /** False: a mark given by hand is the maximum or nothing. */
  allowsPartial?: boolean;
  /** True: a team of judges scores it elsewhere; here it can only be noted as not attempted. */
  isJudgedByTeam?: boolean;
}

/** Why a text is no mark of an aspect. */
export type MarkProblem =
  | { code: 'not_a_number' }
  | { code: 'below_zero' }
  | { code: 'too_many_decimals' }
  | { code: 'above_maximum'; maxHundredths: number }
  /** Neither the maximum nor nothing, where nothing else is allowed. */
  | { code: 'partial_not_allowed'; maxHundredths: number }
  | { code: 'not_a_score' }
  /** A team of judges scores it, each on a sheet of their own. */
  | { code: 'judged_by_team' }
  /** What was measured is not possible, or not one of the outcomes. */
  | { code: 'measured_wrong' };

/** A text that was understood, or why it was not. `entry: null` empties the cell. */
export type ParsedMark = { ok: true; entry: MarkEntry | null } | { ok: false; problem: MarkProblem };

/** The one key for the full mark, or for the highest score. */
export const FULL_KEY = '+';
/** Before a number: the mark itself, where otherwise what was measured is typed. */
export const MARK_SIGN = '=';
/** The one key for "not attempted", which is not zero. */
export const NOT_ATTEMPTED_KEY = '-';
/** How "not attempted" is shown, and read when it is pasted. */
export const NOT_ATTEMPTED_SIGN = '—';

const DASHES = new Set([NOT_ATTEMPTED_KEY, '−', '–', NOT_ATTEMPTED_SIGN]);
const NUMBER = /^(\d*)(?:[.,](\d*))?$/;
const HIGHEST_SCORE = 3;
/** More digits than any maximum has; keeps the number within exact integers. */
const MAX_WHOLE_DIGITS = 7;

const refuse = (problem: MarkProblem): ParsedMark => ({ ok: false, problem });

function parsePoints(text: string, rule: MarkRule): ParsedMark {
  const { maxHundredths } = rule;
  if (/^[-−]\s*[\d.,]/.test(text)) return refuse({ code: 'below_zero' });
  const match = NUMBER.exec(text);
  const [, whole = '', decimals = ''] = match ?? [];
  if (whole + decimals === '') return refuse({ code: 'not_a_number' });
  if (decimals.length > 2) return refuse({ code: 'too_many_decimals' });
  const digits = whole.replace(/^0+/, '');
  if (digits.length > MAX_WHOLE_DIGITS) return refuse({ code: 'above_maximum', maxHundredths });
  const markHundredths = Number(digits) * 100 + Number(decimals.padEnd(2, '0'));
  const entry = { kind: 'points' as const, markHundredths };
  const problem = pointsProblem(markHundredths, rule);
  return problem === null ? { ok: true, entry } : refuse(problem);
}

/** Why a mark cannot be given by hand; null when it can. */
export function pointsProblem(markHundredths: number, rule: MarkRule): MarkProblem | null {
  const { maxHundredths } = rule;
  if (markHundredths > maxHundredths) return { code: 'above_maximum', maxHundredths };
  const isPartial = markHundredths > 0 && markHundredths < maxHundredths;
  return isPartial && rule.allowsPartial === false ? { code: 'partial_not_allowed', maxHundredths } : null;
}

function parseScore(text: string): ParsedMark {
  // A spreadsheet may show a whole number as 2,0 or 2.00.
  const match = /^([0-3])(?:[.,]0*)?$/.exec(text);
  if (!match) return refuse({ code: 'not_a_score' });
  return { ok: true, entry: { kind: 'score', score: Number(match[1]) } };
}

/** What was measured: a number, or the number of an outcome from 1. */
function parseMeasured(text: string, calculation: Calculation, maxHundredths: number): ParsedMark {
  const number = parseMeasuredNumber(text);
  if (number?.kind !== 'number') return refuse({ code: 'not_a_number' });
  const measured =
    calculation.kind === 'choice'
      ? { kind: 'option' as const, index: /^[1-9]\d?$/.test(number.value) ? Number(number.value) - 1 : -1 }
      : number;
  const result = computeMeasuredMark(calculation, measured, maxHundredths);
  return result.ok ? { ok: true, entry: { kind: 'measured', measured } } : refuse({ code: 'measured_wrong' });
}

/** Whether what was measured is typed for an aspect, not its mark. */
export function takesMeasured(rule: MarkRule): boolean {
  const kind = rule.kind === 'measurement' ? measuredKindOf(rule.calculation ?? null) : null;
  return kind === 'number' || kind === 'option';
}

/** The entry of the full mark: the maximum of a measurement, the highest score of a judgement. */
export function fullEntry(rule: MarkRule): MarkEntry {
  return rule.kind === 'judgement'
    ? { kind: 'score', score: HIGHEST_SCORE }
    : { kind: 'points', markHundredths: rule.maxHundredths };
}

/**
 * Reads what was typed or pasted into a cell: a number with comma or point and at most two decimals for a measurement,
 * 0–3 for a judgement, `+` for the full mark, a dash for not attempted, nothing for an empty cell. Where the aspect has
 * a calculation the number is what was measured; with `=` before it, the mark.
 */
export function parseMarkText(typed: string, rule: MarkRule): ParsedMark {
  const text = typed.trim();
  if (DASHES.has(text)) return { ok: true, entry: { kind: 'not_attempted' } };
  if (rule.isJudgedByTeam === true) return refuse({ code: 'judged_by_team' });
  if (text === '') return { ok: true, entry: null };
  if (text === FULL_KEY) return { ok: true, entry: fullEntry(rule) };
  if (rule.kind === 'judgement') return parseScore(text);
  if (text.startsWith(MARK_SIGN)) return parsePoints(text.slice(1), rule);
  return rule.calculation && takesMeasured(rule)
    ? parseMeasured(text, rule.calculation, rule.maxHundredths)
    : parsePoints(text, rule);
}

/** A measured value as it is typed. */
function formatMeasured(
  measured: Extract<MarkEntry, { kind: 'measured' }>['measured'],
  decimalSign: ',' | '.',
): string {
  switch (measured.kind) {
    case 'number':
      return measured.value.replace('.', decimalSign);
    case 'option':
      return String(measured.index + 1);
    case 'passed':
      return measured.passed ? FULL_KEY : '0';
  }
}

function formatPoints(hundredths: number, decimalSign: ',' | '.'): string {
  const whole = String(Math.floor(hundredths / 100));
  const decimals = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return decimals === '' ? whole : `${whole}${decimalSign}${decimals}`;
}

/**
 * The text of an entry as it is edited and copied; {@link parseMarkText} reads it back to the same entry.
 * @param rule of the aspect: a mark given by hand where otherwise a measured value stands has `=` before it
 */
export function formatMarkText(entry: MarkEntry | null, decimalSign: ',' | '.', rule?: MarkRule): string {
  if (entry === null) return '';
  switch (entry.kind) {
    case 'points': {
      const sign = rule !== undefined && takesMeasured(rule) ? MARK_SIGN : '';
      return sign + formatPoints(entry.markHundredths, decimalSign);
    }
    case 'score':
      return String(entry.score);
    case 'measured':
      return formatMeasured(entry.measured, decimalSign);
    case 'not_attempted':
      return NOT_ATTEMPTED_SIGN;
  }
}

/** Whether two entries store the same. */
export function isSameEntry(a: MarkEntry | null, b: MarkEntry | null): boolean {
  return formatMarkText(a, '.') === formatMarkText(b, '.') && a?.kind === b?.kind;
}
