import type { Kysely, Selectable } from 'kysely';
import type { OpenAttemptRow } from '#shared/contract/schemes.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { ruleEntry, type AspectEntry, type AspectMarking } from '#shared/domain/assessment/markRule.ts';
import { allowsPartialMark, type MeasuredValue } from '#shared/domain/assessment/measuredMark.ts';
import {
  compareSchemes,
  listComparedAspects,
  type ComparedAspect,
} from '#shared/domain/schemes/compareSchemes.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { MarkTable } from '../../database/schema/training.ts';
import { Refusal, found } from '../../router/refusal.ts';
import { toDraft } from './schemeDraft.service.ts';
import { storeScheme, toDocument } from './schemeStorage.ts';
import {
  findNextVersion,
  listMarksOf,
  listOpenAttempts,
  listRawMarks,
  readScheme,
  type SchemeRows,
} from './schemes.repository.ts';

type Db = Kysely<Schema>;

/** What a copy is called and whether it goes on from the one it was copied from. */
export interface CopyChoice {
  title: string;
  isNextVersion: boolean;
}

/**
 * Copies a scheme: as one of its own, or as the next version of the same.
 * @returns the id of the copy @throws Refusal `not_found`, `conflict` when there is a next version already
 */
export async function copyScheme(work: Work, id: string, choice: CopyChoice): Promise<string> {
  const { rows } = found(await readScheme(work.db, id), 'scheme');
  if (choice.isNextVersion && (await findNextVersion(work.db, id))) {
    throw new Refusal('conflict', 'there is a next version already');
  }
  const document = toDocument(rows);
  const { scheme } = rows;
  const { schemeId } = storeScheme(work, document, {
    title: choice.title,
    competencyId: scheme.competency_id,
    kind: scheme.kind === 'official' ? 'official' : 'practice',
    sourceFileName: scheme.source_file_name,
    allowsPartial: scheme.allows_partial,
    ...(choice.isNextVersion
      ? {
          version: scheme.version + 1,
          previousVersionId: id,
          originIds: rows.aspects.map((aspect) => aspect.id),
        }
      : {}),
  });
  return schemeId;
}

function listCompared(rows: SchemeRows): ComparedAspect[] {
  const origins = new Map(rows.aspects.map((row) => [row.id, row.origin_id]));
  return listComparedAspects(toDraft(rows), (id) => origins.get(id) ?? null);
}

/** Attempts in progress at a scheme, with whose they are. */
export async function listOpen(db: Db, schemeId: string): Promise<OpenAttemptRow[]> {
  return (await listOpenAttempts(db, schemeId)).map((attempt) => ({
    attemptId: attempt.id,
    studentName: `${attempt.surname} ${attempt.given_name}`.trim(),
    date: attempt.date,
  }));
}

/** What a version changes against the one before, and the open attempts that could move. @throws Refusal `not_found` */
export async function compareVersions(db: Db, id: string): Promise<RouteOutput<'schemes.compareVersions'>> {
  const { rows } = found(await readScheme(db, id), 'scheme');
  const previousId = found(rows.scheme.previous_version_id, 'version before');
  const before = found(await readScheme(db, previousId), 'version before').rows;
  return {
    previousId,
    differences: compareSchemes(listCompared(before), listCompared(rows)),
    openAttempts: await listOpen(db, previousId),
  };
}

interface Successor extends AspectMarking {
  id: string;
  /** Maximum of the aspect before. */
  formerHundredths: number;
}

function listSuccessors(before: SchemeRows, after: SchemeRows): Map<string, Successor> {
  const schemeAllows = after.scheme.allows_partial !== 0;
  const former = new Map(before.aspects.map((row) => [row.id, row.max_hundredths]));
  return new Map(
    listCompared(after).flatMap((aspect) => {
      const { id, originId, kind, maxHundredths, calculation } = aspect;
      const formerHundredths = former.get(originId ?? '');
      if (originId === null || formerHundredths === undefined) return [];
      const hasExtraRows = aspect.extraRows.length > 0;
      const allowsPartial = allowsPartialMark({ calculation, hasExtraRows }, schemeAllows);
      return [[originId, { id, kind, maxHundredths, calculation, allowsPartial, formerHundredths }] as const];
    }),
  );
}

/** The entry behind a stored mark; null for what several judges agreed on. */
function entryOf(mark: Selectable<MarkTable>, kind: AspectMarking['kind']): AspectEntry | null {
  if (mark.outcome === 'not_attempted') return { kind: 'not_attempted' };
  if (mark.score !== null) return { kind: 'score', score: mark.score };
  if (mark.measured_json !== null) {
    return { kind: 'measured', measured: JSON.parse(mark.measured_json) as MeasuredValue };
  }
  return kind === 'judgement' ? null : { kind: 'points', markHundredths: mark.mark_hundredths ?? 0 };
}

/** The mark on the aspect that follows, computed anew from the raw entry; null where it does not fit any more. */
function carryMark(
  mark: Selectable<MarkTable>,
  aspect: Successor,
): Pick<MarkTable, 'mark_hundredths' | 'score'> | null {
  const entry = entryOf(mark, aspect.kind);
  if (entry === null) {
    const isSame = aspect.formerHundredths === aspect.maxHundredths;
    return isSame ? { mark_hundredths: mark.mark_hundredths, score: null } : null;
  }
  const ruling = ruleEntry(entry, aspect);
  return ruling.ok ? { mark_hundredths: ruling.mark.markHundredths, score: ruling.mark.score } : null;
}

async function moveMarks(
  work: Work,
  attemptId: string,
  successors: Map<string, Successor>,
): Promise<{ kept: number; dropped: number }> {
  const count = { kept: 0, dropped: 0 };
  for (const mark of await listMarksOf(work.db, attemptId)) {
    const aspect = successors.get(mark.aspect_id);
    const fields = aspect ? carryMark(mark, aspect) : null;
    if (aspect && fields) {
      work.updateKnown('marks', mark, { ...fields, aspect_id: aspect.id });
      count.kept += 1;
    } else {
      work.updateKnown('marks', mark, { deleted_at: work.at });
      count.dropped += 1;
    }
  }
  for (const raw of await listRawMarks(work.db, attemptId)) {
    const aspect = successors.get(raw.aspectId);
    if (aspect) await work.update(raw.table, raw.id, { aspect_id: aspect.id });
    else await work.remove(raw.table, raw.id);
  }
  return count;
}

/** Where the aspects of each sub-criterion have gone: sub-criteria of the newer version by those of the older. */
function mapForms(before: SchemeRows, after: SchemeRows): Map<string, string> {
  const formOf = new Map(after.aspects.map((row) => [row.origin_id, row.sub_criterion_id]));
  const codes = new Map(after.subCriteria.map((row) => [row.code, row.id]));
  const aspects = Map.groupBy(before.aspects, (row) => row.sub_criterion_id);
  return new Map(
    before.subCriteria.flatMap(({ id, code }) => {
      const moved = (aspects.get(id) ?? []).flatMap((row) => formOf.get(row.id) ?? []);
      const [most] = [...Map.groupBy(moved, (form) => form)].toSorted((a, b) => b[1].length - a[1].length);
      const next = most?.[0] ?? codes.get(code);
      return next === undefined ? [] : [[id, next] as const];
    }),
  );
}

/** The part of the scheme that an attempt is at, in the newer version: where most of its aspects are now. */
function mapSubCriteria(before: SchemeRows, after: SchemeRows, json: string | null): string | null {
  if (json === null) return null;
  const forms = mapForms(before, after);
  const ids = new Set((JSON.parse(json) as string[]).flatMap((id) => forms.get(id) ?? []));
  return ids.size > 0 ? JSON.stringify([...ids]) : null;
}

/**
 * Moves open attempts from a version to the next: a mark goes along where its aspect is still there and the entry
 * still fits; what was measured is computed anew. Others stay with the version that they were begun with.
 * @throws Refusal `not_found`, `conflict` when an attempt is not open or not of the version before
 */
export async function moveAttempts(
  work: Work,
  input: { id: string; attemptIds: readonly string[] },
): Promise<{ kept: number; dropped: number }> {
  const { rows } = found(await readScheme(work.db, input.id), 'scheme');
  const previousId = found(rows.scheme.previous_version_id, 'version before');
  const before = found(await readScheme(work.db, previousId), 'version before').rows;
  const open = new Map((await listOpenAttempts(work.db, previousId)).map((one) => [one.id, one]));
  const successors = listSuccessors(before, rows);
  const total = { kept: 0, dropped: 0 };
  for (const attemptId of new Set(input.attemptIds)) {
    const attempt = open.get(attemptId);
    if (!attempt) throw new Refusal('conflict', 'the attempt is not open, or is of another version');
    const moved = await moveMarks(work, attemptId, successors);
    total.kept += moved.kept;
    total.dropped += moved.dropped;
    await work.update('attempts', attemptId, {
      scheme_id: input.id,
      sub_criterion_ids_json: mapSubCriteria(before, rows, attempt.sub_criterion_ids_json),
    });
  }
  work.describe({ count: input.attemptIds.length });
  return total;
}
