import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { renumber } from './draftEdits.ts';
import { findPlace } from './draftOutline.ts';

interface Identified {
  id: string;
}

/**
 * Moves the wanted items of some lists one place up. What stands first goes to the end of the list above; what cannot
 * move holds back those behind it, so that a block keeps its order.
 */
function moveUp<T extends Identified>(lists: readonly (readonly T[])[], ids: ReadonlySet<string>): T[][] {
  const moved: T[][] = [];
  for (const list of lists) {
    const next: T[] = [];
    for (const item of list) {
      const before = next.at(-1);
      if (!ids.has(item.id) || (before !== undefined && ids.has(before.id))) {
        next.push(item);
        continue;
      }
      const above = moved.at(-1);
      if (before !== undefined) next.splice(-1, 0, item);
      else if (above !== undefined) above.push(item);
      else next.push(item);
    }
    moved.push(next);
  }
  return moved;
}

const reversed = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.map((list) => list.toReversed()).toReversed();

function moveIn<T extends Identified>(
  lists: readonly (readonly T[])[],
  ids: ReadonlySet<string>,
  direction: 'up' | 'down',
): T[][] {
  return direction === 'up' ? moveUp(lists, ids) : reversed(moveUp(reversed(lists), ids));
}

/** Puts lists back to where they were taken from, one after the other. */
function dealer<T>(lists: readonly T[][]): () => T[] {
  let next = 0;
  return () => lists[next++] ?? [];
}

type Move = (draft: SchemeDraft, ids: ReadonlySet<string>, direction: 'up' | 'down') => SchemeDraft;

const moveAspects: Move = (draft, ids, direction) => {
  const forms = draft.criteria.flatMap(({ subCriteria }) => subCriteria.map(({ aspects }) => aspects));
  const deal = dealer(moveIn(forms, ids, direction));
  const criteria = draft.criteria.map((criterion) => ({
    ...criterion,
    subCriteria: criterion.subCriteria.map((form) => ({ ...form, aspects: deal() })),
  }));
  return { ...draft, criteria };
};

const moveForms: Move = (draft, ids, direction) => {
  const deal = dealer(
    moveIn(
      draft.criteria.map(({ subCriteria }) => subCriteria),
      ids,
      direction,
    ),
  );
  return { ...draft, criteria: draft.criteria.map((criterion) => ({ ...criterion, subCriteria: deal() })) };
};

const moveCriteria: Move = (draft, ids, direction) => ({
  ...draft,
  criteria: moveIn([draft.criteria], ids, direction)[0] ?? [],
});

/**
 * Moves lines of one kind (that of the first) a place up or down: an aspect past the end of its sub-criterion goes to
 * the next one, a sub-criterion to the next criterion. Letters and numbers follow, where they were by place.
 */
export function moveRows(
  draft: SchemeDraft,
  ids: ReadonlySet<string>,
  direction: 'up' | 'down',
): SchemeDraft {
  const [first] = ids;
  const place = first === undefined ? null : findPlace(draft, first);
  if (place === null) return draft;
  const move =
    place.aspect !== undefined ? moveAspects : place.subCriterion !== undefined ? moveForms : moveCriteria;
  return renumber(draft, move(draft, ids, direction));
}
