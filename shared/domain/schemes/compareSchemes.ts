import type { Calculation } from './calculation.ts';
import {
  getAspectCode,
  getCalculation,
  type AspectKind,
  type SchemeAspect,
  type SchemeDocument,
  type SchemeSubCriterion,
} from './schemeDocument.ts';

/** An aspect as two versions are compared by it. */
export interface ComparedAspect {
  id: string;
  /** The aspect of the version before that this one comes from; null: it is new. */
  originId: string | null;
  /** Positional code, "A1.M1". */
  code: string;
  subCriterionCode: string;
  kind: AspectKind;
  description: string;
  extraDescription: string;
  extraRows: readonly { text: string }[];
  requirement: string;
  /** Of its sub-criterion. */
  markingDay: number | null;
  sectionNumber: number | null;
  maxHundredths: number;
  descriptors: readonly { score: number; text: string }[];
  calculation: Calculation | null;
}

/** What may differ in an aspect that stays. */
export const comparedFields = [
  'code',
  'kind',
  'description',
  'extraDescription',
  'extraRows',
  'requirement',
  'sectionNumber',
  'maxHundredths',
  'markingDay',
  'descriptors',
  'calculation',
] as const satisfies readonly (keyof ComparedAspect)[];
export type ComparedField = (typeof comparedFields)[number];

/** A difference between two versions of a scheme. */
export interface SchemeDifference {
  kind: 'added' | 'removed' | 'changed';
  /** Code in the newer version; of a removed aspect, in the older. */
  code: string;
  description: string;
  /** Only of a changed aspect. */
  fields: ComparedField[];
  beforeHundredths: number | null;
  afterHundredths: number | null;
}

/** A value as text, whatever order its fields were written in. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const isSame = (a: unknown, b: unknown): boolean => a === b || textOf(a) === textOf(b);

/** A scheme whose aspects have ids. */
interface IdentifiedScheme extends Pick<SchemeDocument, 'calculations'> {
  criteria: readonly {
    subCriteria: readonly (Pick<SchemeSubCriterion, 'code' | 'markingDay'> & {
      aspects: readonly (SchemeAspect & { id: string })[];
    })[];
  }[];
}

/**
 * The aspects of a scheme as versions are compared by them.
 * @param originOf id of the aspect of the version before; null for a new one
 */
export function listComparedAspects(
  scheme: IdentifiedScheme,
  originOf: (aspectId: string) => string | null,
): ComparedAspect[] {
  return scheme.criteria.flatMap(({ subCriteria }) =>
    subCriteria.flatMap(({ code, markingDay, aspects }) =>
      aspects.map((aspect, index) => ({
        ...aspect,
        originId: originOf(aspect.id),
        code: getAspectCode(code, aspect.kind, index),
        subCriterionCode: code,
        markingDay,
        calculation: getCalculation(scheme, aspect),
      })),
    ),
  );
}

/** What was added, changed and removed, in the order of the newer version; removed aspects last. */
export function compareSchemes(
  older: readonly ComparedAspect[],
  newer: readonly ComparedAspect[],
): SchemeDifference[] {
  const before = new Map(older.map((aspect) => [aspect.id, aspect]));
  const kept = new Set<string>();
  const differences: SchemeDifference[] = [];
  for (const aspect of newer) {
    const origin = aspect.originId === null ? undefined : before.get(aspect.originId);
    const shared = {
      code: aspect.code,
      description: aspect.description,
      afterHundredths: aspect.maxHundredths,
    };
    if (!origin) {
      differences.push({ kind: 'added', ...shared, fields: [], beforeHundredths: null });
      continue;
    }
    kept.add(origin.id);
    const fields = comparedFields.filter((field) => !isSame(origin[field], aspect[field]));
    if (fields.length > 0) {
      differences.push({ kind: 'changed', ...shared, fields, beforeHundredths: origin.maxHundredths });
    }
  }
  const removed = older.filter((aspect) => !kept.has(aspect.id));
  return [
    ...differences,
    ...removed.map((aspect): SchemeDifference => ({
      kind: 'removed',
      code: aspect.code,
      description: aspect.description,
      fields: [],
      beforeHundredths: aspect.maxHundredths,
      afterHundredths: null,
    })),
  ];
}
