import type { Calculation } from './calculation.ts';
import type { AspectKind } from './schemeDocument.ts';

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
  requirement: string;
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
  'requirement',
  'sectionNumber',
  'maxHundredths',
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

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
