import type { SchemeListRow } from '#shared/contract/schemes.ts';

/** A scheme in the library, with the newest version of the same. */
export interface VersionRow extends SchemeListRow {
  /** The newest version that goes on from this one; itself for the newest. */
  newest: SchemeListRow;
}

/** Versions of one scheme beside each other, the newest first; schemes keep the order of their newest versions. */
export function groupVersions(schemes: readonly SchemeListRow[]): VersionRow[] {
  const byId = new Map(schemes.map((scheme) => [scheme.id, scheme]));
  const followed = new Set(schemes.flatMap(({ previousVersionId }) => previousVersionId ?? []));
  return schemes
    .filter(({ id }) => !followed.has(id))
    .flatMap((newest) => {
      const rows: VersionRow[] = [];
      let at: SchemeListRow | undefined = newest;
      while (at !== undefined) {
        rows.push({ ...at, newest });
        at = at.previousVersionId === null ? undefined : byId.get(at.previousVersionId);
      }
      return rows;
    });
}

/** All versions of the scheme that one of them is, the newest first. */
export function versionsOf(schemes: readonly SchemeListRow[], id: string): VersionRow[] {
  const rows = groupVersions(schemes);
  const newest = rows.find((row) => row.id === id)?.newest.id;
  return rows.filter((row) => row.newest.id === newest);
}
