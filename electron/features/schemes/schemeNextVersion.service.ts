import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import type { Work } from '../../database/changes/work.ts';
import { Refusal, found } from '../../router/refusal.ts';
import { assertOwnIds } from './schemeDraft.service.ts';
import { storeScheme } from './schemeStorage.ts';
import { moveAttempts } from './schemeVersions.service.ts';
import { findNextVersion, readScheme } from './schemes.repository.ts';

/**
 * Stores a changed scheme as the next version of the one it was begun from, and moves the chosen open attempts to it.
 * An aspect that the draft kept is known by its id, and remembers where it comes from.
 * @throws Refusal `not_found`, `conflict` when there is a next version already, or an attempt is not open any more
 */
export async function saveNextVersion(
  work: Work,
  input: ParsedInput<'schemes.saveNextVersion'>,
): Promise<RouteOutput<'schemes.saveNextVersion'>> {
  const { id, draft, kind, allowsPartial, moveAttemptIds } = input;
  const { rows } = found(await readScheme(work.db, id), 'scheme');
  if (await findNextVersion(work.db, id)) throw new Refusal('conflict', 'there is a next version already');
  assertOwnIds(draft);
  const known = new Set(rows.aspects.map((row) => row.id));
  const aspectIds = draft.criteria.flatMap((criterion) =>
    criterion.subCriteria.flatMap((form) => form.aspects.map((aspect) => aspect.id)),
  );
  const { scheme } = rows;
  const { schemeId } = storeScheme(work, draft, {
    title: draft.title || scheme.title,
    competencyId: scheme.competency_id,
    kind,
    sourceFileName: scheme.source_file_name,
    allowsPartial: allowsPartial ? 1 : 0,
    version: scheme.version + 1,
    previousVersionId: id,
    originIds: aspectIds.map((aspectId) => (known.has(aspectId) ? aspectId : null)),
  });
  const moved =
    moveAttemptIds.length === 0
      ? { kept: 0, dropped: 0 }
      : await moveAttempts(work, { id: schemeId, attemptIds: moveAttemptIds });
  return { id: schemeId, ...moved };
}
