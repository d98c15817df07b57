import { assertNever } from '../../lib/assertNever.ts';
import type { Calculation, Choice, DecimalText, DeductionType, RangedScore } from './calculation.ts';
import { countDecimals, parseDecimalText, scaleDecimal } from './decimalText.ts';

/**
 * The parameters of a calculation as the workbooks of CIS write them: `NAME:::number#x~x#text` joined by
 * `#-#`; numbers with eight decimals as Java's BigDecimal prints them (zero is `0E-8`), in the order of
 * Java's HashMap. Format and order were read off real workbooks; what we write for a calculation that we
 * read from one is the same text, character for character.
 */
export interface CalculationText {
  /** The word in the kind column. */
  cisKind: string;
  /** The text in the parameters column; '' for a kind without parameters. */
  parametersText: string;
}

interface Parameter {
  name: string;
  /** Empty where the parameter is a word. */
  number: string;
  /** Empty where the parameter is a number. */
  text: string;
}

const PLACES = 8;
/** A separator counts only where a name follows: a label may hold a lonely `-` or `#-#`. */
const SEPARATOR = /#-#(?=[A-Z0-9_]+:::)/;
const MAX_OPTIONS = 50;

type Parameters = ReadonlyMap<string, Parameter>;

function splitParameters(text: string): Parameters | null {
  const parameters = new Map<string, Parameter>();
  for (const part of text === '' ? [] : text.split(SEPARATOR)) {
    const match = /^([A-Z0-9_]+):::([\s\S]*?)#x~x#([\s\S]*)$/.exec(part);
    const [, name = '', number = '', words = ''] = match ?? [];
    if (match === null || parameters.has(name)) {
      return null;
    }
    parameters.set(name, { name, number, text: words });
  }
  return parameters;
}

/** Takes parameters out one by one; what it was not asked for, or could not read, makes the reading fail. */
class ParameterReader {
  readonly #parameters: Parameters;
  readonly #asked = new Set<string>();
  #isSound = true;

  constructor(parameters: Parameters) {
    this.#parameters = parameters;
  }

  has(name: string): boolean {
    return this.#parameters.has(name);
  }

  decimal(name: string): DecimalText {
    const parameter = this.#take(name);
    const decimal = parseDecimalText(parameter.number);
    if (decimal === null || countDecimals(decimal) > PLACES || parameter.text !== '') {
      this.#isSound = false;
      return '0';
    }
    return decimal;
  }

  words(name: string): string {
    const parameter = this.#take(name);
    this.#isSound &&= parameter.number === '';
    return parameter.text;
  }

  deductionType(name: string): DeductionType {
    const words = this.words(name);
    this.#isSound &&= words === 'UNIT' || words === 'PERCENT';
    return words === 'PERCENT' ? 'percent' : 'unit';
  }

  /** Whether everything was there, was readable, and nothing was left over. */
  isSound(): boolean {
    return this.#isSound && this.#asked.size === this.#parameters.size;
  }

  #take(name: string): Parameter {
    this.#asked.add(name);
    const parameter = this.#parameters.get(name);
    this.#isSound &&= parameter !== undefined;
    return parameter ?? { name, number: '', text: '' };
  }
}

function readChoice(reader: ParameterReader): Choice {
  const choice: Choice = {
    kind: 'choice',
    deductionType: reader.deductionType('DEDUCTION_TYPE'),
    options: [],
  };
  for (let k = 1; k <= MAX_OPTIONS && reader.has(`CHOICE${k}_LABEL`); k += 1) {
    choice.options.push({
      label: reader.words(`CHOICE${k}_LABEL`),
      deduction: reader.decimal(`CHOICE${k}_DEDUCTION`),
    });
  }
  return choice;
}

function readRangedScore(reader: ParameterReader): RangedScore {
  const score: RangedScore = {
    kind: 'ranged_score',
    target: reader.decimal('TARGET_VALUE'),
    deductionType: reader.deductionType('DEDUCTION_TYPE'),
    ranges: [],
  };
  for (let k = 1; k <= MAX_OPTIONS && reader.has(`RANGE${k}_LOWER`); k += 1) {
    score.ranges.push({
      lower: reader.decimal(`RANGE${k}_LOWER`),
      upper: reader.decimal(`RANGE${k}_UPPER`),
      deduction: reader.decimal(`RANGE${k}_DEDUCTION`),
    });
  }
  return score;
}

function readKnown(cisKind: string, reader: ParameterReader): Calculation | null {
  switch (cisKind) {
    case 'PASS_FAIL':
      return { kind: 'pass_fail' };
    case 'MANUAL':
      return { kind: 'manual' };
    case 'NUMBER_COMPLETED':
      return { kind: 'number_completed', possible: reader.decimal('NUM_POSSIBLE') };
    case 'CHOICE':
      return readChoice(reader);
    case 'REGULAR_DIFFERENCE_DEDUCTION':
      return {
        kind: 'regular_difference',
        target: reader.decimal('TARGET_VALUE'),
        difference: reader.decimal('DIFFERENCE'),
        differenceType: reader.deductionType('DIFFERENCE_TYPE'),
        deduction: reader.decimal('DEDUCTION'),
        deductionType: reader.deductionType('DEDUCTION_TYPE'),
      };
    case 'RANGED_SCORE':
      return readRangedScore(reader);
    default:
      return null;
  }
}

/**
 * Reads a calculation. A kind that is not known, a parameter that is missing, unreadable or unexpected gives
 * `unknown` with the text kept, so that nothing of a workbook is lost.
 */
export function parseCalculation(text: CalculationText): Calculation {
  const unknown: Calculation = { kind: 'unknown', ...text };
  const parameters = splitParameters(text.parametersText);
  if (parameters === null) {
    return unknown;
  }
  const reader = new ParameterReader(parameters);
  const calculation = readKnown(text.cisKind, reader);
  return calculation !== null && reader.isSound() ? calculation : unknown;
}

/** A decimal as Java's BigDecimal of scale 8 prints it: plain, or with an exponent when below 0.000001. */
function formatDecimal(decimal: DecimalText): string {
  const scaled = scaleDecimal(decimal, PLACES);
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString();
  const exponent = digits.length - 1 - PLACES;
  if (exponent < -6) {
    const fraction = digits.slice(1);
    return `${sign}${digits.slice(0, 1)}${fraction === '' ? '' : `.${fraction}`}E${exponent}`;
  }
  const padded = digits.padStart(PLACES + 1, '0');
  return `${sign}${padded.slice(0, -PLACES)}.${padded.slice(-PLACES)}`;
}

/** Place of a key in a Java HashMap of `capacity` buckets (String.hashCode, spread as HashMap does). */
function getBucket(key: string, capacity: number): number {
  let hash = 0;
  for (let i = 0; i < key.length; i += 1) {
    hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  }
  return (hash ^ (hash >>> 16)) & (capacity - 1);
}

function joinParameters(parameters: readonly Parameter[]): string {
  let capacity = 16;
  while (parameters.length > capacity * 0.75) {
    capacity *= 2;
  }
  return parameters
    .map((parameter) => ({ parameter, bucket: getBucket(parameter.name, capacity) }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ parameter }) => `${parameter.name}:::${parameter.number}#x~x#${parameter.text}`)
    .join('#-#');
}

const decimalOf = (name: string, decimal: DecimalText): Parameter => ({
  name,
  number: formatDecimal(decimal),
  text: '',
});
const wordOf = (name: string, text: string): Parameter => ({ name, number: '', text });
const typeOf = (name: string, type: DeductionType): Parameter => wordOf(name, type.toUpperCase());

function listParameters(calculation: Exclude<Calculation, { kind: 'unknown' }>): Parameter[] {
  switch (calculation.kind) {
    case 'pass_fail':
    case 'manual':
      return [];
    case 'number_completed':
      return [decimalOf('NUM_POSSIBLE', calculation.possible)];
    case 'choice':
      return [
        typeOf('DEDUCTION_TYPE', calculation.deductionType),
        ...calculation.options.flatMap((option, index) => [
          wordOf(`CHOICE${index + 1}_LABEL`, option.label),
          decimalOf(`CHOICE${index + 1}_DEDUCTION`, option.deduction),
        ]),
      ];
    case 'regular_difference':
      return [
        typeOf('DEDUCTION_TYPE', calculation.deductionType),
        decimalOf('TARGET_VALUE', calculation.target),
        decimalOf('DIFFERENCE', calculation.difference),
        typeOf('DIFFERENCE_TYPE', calculation.differenceType),
        decimalOf('DEDUCTION', calculation.deduction),
      ];
    case 'ranged_score':
      return [
        typeOf('DEDUCTION_TYPE', calculation.deductionType),
        decimalOf('TARGET_VALUE', calculation.target),
        ...calculation.ranges.flatMap((range, index) => [
          decimalOf(`RANGE${index + 1}_LOWER`, range.lower),
          decimalOf(`RANGE${index + 1}_UPPER`, range.upper),
          decimalOf(`RANGE${index + 1}_DEDUCTION`, range.deduction),
        ]),
      ];
    default:
      return assertNever(calculation);
  }
}

const CIS_KINDS = {
  pass_fail: 'PASS_FAIL',
  number_completed: 'NUMBER_COMPLETED',
  choice: 'CHOICE',
  regular_difference: 'REGULAR_DIFFERENCE_DEDUCTION',
  ranged_score: 'RANGED_SCORE',
  // CIS has no such kind; it ignores the column ("export only"), and we read our own word back.
  manual: 'MANUAL',
} as const;

/**
 * Writes a calculation; {@link parseCalculation} of the answer gives the same calculation.
 * A label has to pass {@link isCalculationLabel}.
 */
export function formatCalculation(calculation: Calculation): CalculationText {
  if (calculation.kind === 'unknown') {
    return { cisKind: calculation.cisKind, parametersText: calculation.parametersText };
  }
  return {
    cisKind: CIS_KINDS[calculation.kind],
    parametersText: joinParameters(listParameters(calculation)),
  };
}

/** Whether a text can be the label of a choice: what looks like the start of the next parameter would cut it. */
export function isCalculationLabel(text: string): boolean {
  return !/(^|#)-#[A-Z0-9_]+:::/.test(text);
}
