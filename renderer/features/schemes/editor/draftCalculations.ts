import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import type { Calculation } from '#shared/domain/schemes/calculation.ts';
import type { SchemeCalculation } from '#shared/domain/schemes/schemeDocument.ts';
import { patchAspects } from './draftEdits.ts';

type Entry = SchemeCalculation;

function countUses(draft: SchemeDraft): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { subCriteria } of draft.criteria) {
    for (const { calculationIndex } of subCriteria.flatMap((form) => form.aspects)) {
      if (calculationIndex !== null) uses.set(calculationIndex, (uses.get(calculationIndex) ?? 0) + 1);
    }
  }
  return uses;
}

const isOneOff = (entry: Entry | undefined): boolean => entry?.isShared === false && entry.name === '';

/**
 * Takes away one-off calculations that no aspect uses any more from the end of the list. Those further up stay: aspects
 * point to calculations by their place.
 */
function dropUnused(draft: SchemeDraft): SchemeDraft {
  const uses = countUses(draft);
  let length = draft.calculations.length;
  while (length > 0 && isOneOff(draft.calculations[length - 1]) && !uses.has(length - 1)) length -= 1;
  return length === draft.calculations.length
    ? draft
    : { ...draft, calculations: draft.calculations.slice(0, length) };
}

/** Where a new calculation goes: in the place of a one-off that nothing uses, or at the end. */
function findFreePlace(draft: SchemeDraft): number {
  const uses = countUses(draft);
  const free = draft.calculations.findIndex((entry, index) => isOneOff(entry) && !uses.has(index));
  return free === -1 ? draft.calculations.length : free;
}

const indexOf = (draft: SchemeDraft, aspectId: string): number | null =>
  draft.criteria
    .flatMap(({ subCriteria }) => subCriteria.flatMap(({ aspects }) => aspects))
    .find((aspect) => aspect.id === aspectId)?.calculationIndex ?? null;

function putEntry(draft: SchemeDraft, index: number, entry: Entry): SchemeDraft {
  const calculations = [...draft.calculations];
  calculations[index] = entry;
  return { ...draft, calculations };
}

/** Gives an aspect no calculation: the full mark or nothing. */
export function clearCalculation(draft: SchemeDraft, aspectIds: Iterable<string>): SchemeDraft {
  return dropUnused(patchAspects(draft, aspectIds, { calculationIndex: null }));
}

/** Lets aspects use a calculation that the scheme has. */
export function assignCalculation(
  draft: SchemeDraft,
  aspectIds: Iterable<string>,
  index: number,
): SchemeDraft {
  return dropUnused(patchAspects(draft, aspectIds, { calculationIndex: index }));
}

/** Gives aspects a calculation of their own, one for all of them. */
export function giveCalculation(
  draft: SchemeDraft,
  aspectIds: Iterable<string>,
  calculation: Calculation,
): SchemeDraft {
  const ids = [...aspectIds];
  const cleared = patchAspects(draft, ids, { calculationIndex: null });
  const index = findFreePlace(cleared);
  const put = putEntry(cleared, index, { name: '', isShared: false, calculation });
  return dropUnused(patchAspects(put, ids, { calculationIndex: index }));
}

/**
 * Changes the calculation of an aspect. One that others use too and that has no name is left to them; a named one
 * changes for all who use it.
 */
export function patchCalculation(draft: SchemeDraft, aspectId: string, patch: Partial<Entry>): SchemeDraft {
  const index = indexOf(draft, aspectId);
  const entry = index === null ? undefined : draft.calculations[index];
  if (index === null || entry === undefined) {
    return patch.calculation ? giveCalculation(draft, [aspectId], patch.calculation) : draft;
  }
  const changed = { ...entry, ...patch };
  if (!isOneOff(entry) || countUses(draft).get(index) === 1) return putEntry(draft, index, changed);
  const own = findFreePlace(draft);
  return assignCalculation(putEntry(draft, own, changed), [aspectId], own);
}

/** How many aspects use the calculation of an aspect. */
export function countUsers(draft: SchemeDraft, calculationIndex: number | null): number {
  return calculationIndex === null ? 0 : (countUses(draft).get(calculationIndex) ?? 0);
}

/** Calculations with a name, to be used again. */
export function listNamedCalculations(draft: SchemeDraft): { index: number; name: string }[] {
  return draft.calculations.flatMap(({ name }, index) => (name === '' ? [] : [{ index, name }]));
}

/** What a kind of calculation begins with. */
export function emptyCalculation(kind: Exclude<Calculation['kind'], 'unknown'>): Calculation {
  switch (kind) {
    case 'pass_fail':
    case 'manual':
      return { kind };
    case 'number_completed':
      return { kind, possible: '10' };
    case 'choice':
      return { kind, deductionType: 'unit', options: [{ label: '', deduction: '0' }] };
    case 'regular_difference':
      return {
        kind,
        target: '0',
        difference: '1',
        differenceType: 'unit',
        deduction: '0.1',
        deductionType: 'unit',
      };
    case 'ranged_score':
      return {
        kind,
        target: '0',
        deductionType: 'unit',
        ranges: [{ lower: '0', upper: '1', deduction: '0' }],
      };
  }
}
