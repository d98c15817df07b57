import { listAspects, sumAspectHundredths } from '#shared/domain/schemes/schemeDocument.ts';
import type {
  JudgementScore,
  SchemeAspect,
  SchemeDocument,
  SchemeSubCriterion,
} from '#shared/domain/schemes/schemeDocument.ts';

/** What one kind of line looks like and what it adds to the document. */
interface LineRule {
  pattern: RegExp;
  add: (document: SchemeDocument, groups: string[]) => void;
}

const rules: readonly LineRule[] = [
  { pattern: /^§(\d+) (\d+\.\d\d) (.+)$/u, add: addSection },
  { pattern: /^([A-I]\d+) @(\d) (.+)$/u, add: addSubCriterion },
  { pattern: /^([A-I]) (.+)$/u, add: addCriterion },
  { pattern: /^([MJ]) (\d+\.\d\d) §(\d+) (.+)$/u, add: addAspect },
  { pattern: /^([0-3]) (.+)$/u, add: addDescriptor },
];

/**
 * Reads a marking scheme that is written down line by line, so that a person of the trade can read and edit it:
 *
 * ```
 * 10 Title                      the first line: number and name
 * §1 10.00 Section name         section of the standard and its weight
 * A Criterion
 * A1 @2 Sub-criterion           marked on day 2
 * M 1.50 §1 Text | requirement  measurement of section 1, at most 1.50
 * M 1.00 §1 Text | 4 of … | #4  the same, marked by how many of four are done
 * J 2.00 §1 Text                judgement; its four descriptors follow, each on a line: 0 … 1 … 2 … 3 …
 * ```
 *
 * Throws an Error that names the line when it cannot be read or stands in the wrong place.
 */
export function parseSchemeText(text: string): SchemeDocument {
  const [title = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const document: SchemeDocument = { title, sections: [], criteria: [], calculations: [] };
  for (const line of lines) {
    addLine(document, line);
  }
  for (const criterion of document.criteria) {
    criterion.declaredHundredths = sumAspectHundredths(listAspects(criterion));
  }
  return document;
}

function addLine(document: SchemeDocument, line: string): void {
  for (const rule of rules) {
    const match = rule.pattern.exec(line);
    if (match) {
      rule.add(document, match.slice(1));
      return;
    }
  }
  throw new Error(`Unreadable line of a scheme: ${line}`);
}

function addSection(document: SchemeDocument, [number = '', weight = '', name = '']: string[]): void {
  document.sections.push({ number: Number(number), name, declaredHundredths: toHundredths(weight) });
}

function addCriterion(document: SchemeDocument, [code = '', name = '']: string[]): void {
  document.criteria.push({ code, name, declaredHundredths: null, subCriteria: [] });
}

function addSubCriterion(document: SchemeDocument, [code = '', day = '', name = '']: string[]): void {
  const criterion = present(document.criteria.at(-1), code);
  criterion.subCriteria.push({ code, name, markingDay: Number(day), aspects: [] });
}

function addAspect(
  document: SchemeDocument,
  [letter = '', mark = '', section = '', rest = '']: string[],
): void {
  const subCriterion = lastSubCriterion(document, rest);
  const parts = rest.split(' | ');
  const possible = parts.at(-1)?.startsWith('#') ? parts.pop()?.slice(1) : undefined;
  const [description = '', requirement = ''] = parts;
  subCriterion.aspects.push({
    kind: letter === 'J' ? 'judgement' : 'measurement',
    headings: [],
    description,
    extraDescription: '',
    requirement,
    sectionNumber: Number(section),
    maxHundredths: toHundredths(mark),
    descriptors: [],
    extraRows: [],
    calculationIndex: possible === undefined ? null : addNumberCompleted(document, possible),
  });
}

/** Index of the calculation "so many of `possible` done"; aspects with the same number share one. */
function addNumberCompleted(document: SchemeDocument, possible: string): number {
  const found = document.calculations.findIndex(
    ({ calculation }) => calculation.kind === 'number_completed' && calculation.possible === possible,
  );
  if (found >= 0) {
    return found;
  }
  const calculation = { kind: 'number_completed', possible } as const;
  return document.calculations.push({ name: '', isShared: false, calculation }) - 1;
}

function addDescriptor(document: SchemeDocument, [score = '', text = '']: string[]): void {
  const aspect = present<SchemeAspect>(lastSubCriterion(document, text).aspects.at(-1), text);
  if (aspect.kind !== 'judgement' || aspect.descriptors.length !== Number(score)) {
    throw new Error(`Descriptor in the wrong place: ${text}`);
  }
  aspect.descriptors.push({ score: Number(score) as JudgementScore, text });
}

function lastSubCriterion(document: SchemeDocument, line: string): SchemeSubCriterion {
  return present(document.criteria.at(-1)?.subCriteria.at(-1), line);
}

function present<Value>(value: Value | undefined, line: string): Value {
  if (value === undefined) {
    throw new Error(`Line of a scheme in the wrong place: ${line}`);
  }
  return value;
}

/** "1.50" → 150, without going through a fraction. */
function toHundredths(points: string): number {
  return Number(points.replace('.', ''));
}
