import type { AspectRow, CriterionRow } from '../../contract/schemes.ts';
import { foldForSearch } from '../../lib/searchText.ts';
import { cleanCode } from '../schemes/schemeCodes.ts';

/** How fine the marks of a file are: one sum, criteria (modules), sub-criteria, or single aspects. */
export const resultLevels = ['total', 'criterion', 'sub_criterion', 'aspect'] as const;
export type ResultLevel = (typeof resultLevels)[number];

/** A part of a scheme that a column, or a row of a list, may hold the mark of. */
export interface ResultPart {
  /** "A", "A1", "A1.M2"; '' for the total. */
  code: string;
  name: string;
  level: ResultLevel;
  maxHundredths: number;
  /** Only single judgements are scores 0–3; all else is points. */
  isScore: boolean;
  allowsPartial: boolean;
  /** Present for single aspects. */
  aspectId: string | null;
  /** Sub-criterion of an aspect. */
  subCriterionId: string | null;
  /** The standard's section, where the whole part belongs to one. */
  sectionNumber: number | null;
}

const sum = (aspects: readonly AspectRow[]): number =>
  aspects.reduce((total, { maxHundredths }) => total + maxHundredths, 0);

function sharedSection(aspects: readonly AspectRow[]): number | null {
  const numbers = new Set(aspects.map(({ sectionNumber }) => sectionNumber));
  return numbers.size === 1 ? ([...numbers][0] ?? null) : null;
}

type Group = Pick<CriterionRow, 'code' | 'name'>;

const groupPart = ({ code, name }: Group, level: ResultLevel, aspects: readonly AspectRow[]): ResultPart => ({
  code,
  name,
  level,
  maxHundredths: sum(aspects),
  isScore: false,
  allowsPartial: true,
  aspectId: null,
  subCriterionId: null,
  sectionNumber: sharedSection(aspects),
});

const aspectPart = (aspect: AspectRow, subCriterionId: string): ResultPart => ({
  code: aspect.code,
  name: aspect.description,
  level: 'aspect',
  maxHundredths: aspect.maxHundredths,
  isScore: aspect.kind === 'judgement',
  allowsPartial: aspect.allowsPartial,
  aspectId: aspect.id,
  subCriterionId,
  sectionNumber: aspect.sectionNumber,
});

/** Everything in a scheme that a file may hold marks of, in the order of the scheme. */
export function listParts(criteria: readonly CriterionRow[]): ResultPart[] {
  return criteria.flatMap((criterion) => [
    groupPart(
      criterion,
      'criterion',
      criterion.subCriteria.flatMap(({ aspects }) => aspects),
    ),
    ...criterion.subCriteria.flatMap((subCriterion) => [
      groupPart(subCriterion, 'sub_criterion', subCriterion.aspects),
      ...subCriterion.aspects.map((aspect) => aspectPart(aspect, subCriterion.id)),
    ]),
  ]);
}

/** The one part of a file that holds only sums. */
export const totalPart = (maxHundredths: number): ResultPart => ({
  ...groupPart({ code: '', name: '' }, 'total', []),
  maxHundredths,
});

const CODE = /^\s*(\p{L})\s?(\d{0,3})(?:\s*[.-]\s*([MJМ])?\s*(\d{1,3}))?(?=$|[\s:,;()[\]–—-])/iu;
/** "A1 Wiring (12.50)": what stands in brackets at the end is the maximum. */
const BRACKETS = /\s*[([][^()[\]]*[)\]]\s*$/;

function partOfCode(text: string, parts: readonly ResultPart[]): ResultPart | undefined {
  const match = CODE.exec(text);
  if (!match) return undefined;
  const [, letter = '', number = '', kind, aspect] = match;
  const group = cleanCode(letter + number);
  if (aspect === undefined) return parts.find(({ code }) => code === group);
  const inGroup = parts.filter((part) => part.level === 'aspect' && part.code.startsWith(`${group}.`));
  const wanted = kind === undefined ? null : `${group}.${kind.toUpperCase().replace('М', 'M')}${aspect}`;
  // Without a letter the number alone names the aspect by its place.
  return wanted === null ? inGroup[Number(aspect) - 1] : inGroup.find(({ code }) => code === wanted);
}

/** The part that a column's head or a cell names: by its code, whatever the alphabet, or by its name. */
export function findPart(text: string, parts: readonly ResultPart[]): ResultPart | undefined {
  const byCode = partOfCode(text, parts);
  if (byCode) return byCode;
  const name = foldForSearch(text.replace(BRACKETS, '').trim());
  if (name === '') return undefined;
  const named = parts.filter((part) => part.name !== '' && foldForSearch(part.name) === name);
  return named.length === 1 ? named[0] : undefined;
}

/** The finest level that is there: coarser marks are sums of it. */
export function finestLevel(parts: readonly ResultPart[]): ResultLevel {
  return resultLevels.findLast((level) => parts.some((part) => part.level === level)) ?? 'total';
}
