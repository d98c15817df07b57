import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import {
  compareSchemes,
  listComparedAspects,
  type SchemeDifference,
} from '#shared/domain/schemes/compareSchemes.ts';

/** What a changed draft changes against the one it was begun from; aspects are known by their ids. */
export function compareDrafts(before: SchemeDraft, after: SchemeDraft): SchemeDifference[] {
  const older = listComparedAspects(before, () => null);
  const known = new Set(older.map(({ id }) => id));
  return compareSchemes(
    older,
    listComparedAspects(after, (id) => (known.has(id) ? id : null)),
  );
}
