import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { checkScheme } from '#shared/domain/schemes/checkScheme.ts';
import type { SchemeRead } from '#shared/domain/schemes/readScheme.ts';
import { summarizeScheme } from '#shared/domain/schemes/summarizeScheme.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import { storeScheme, toCriterionRows, toDocument } from './schemeStorage.ts';
import { competencyExists, listNames, readScheme } from './schemes.repository.ts';

type Db = Kysely<Schema>;

const normalize = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The competency that a title such as "17 Web Development" is about: number and name, or the only one of its number.
 * Numbers change their meaning between editions, so a number alone is a suggestion that the user confirms.
 */
export async function suggestCompetency(db: Db, title: string): Promise<string | null> {
  const [, number, name] = /^\s*(\d{1,3})?\s*(.*)$/s.exec(title) ?? [];
  const competencies = await listNames(db);
  const wanted = normalize(name ?? '');
  const named = competencies.filter((one) =>
    one.names.some((known) => normalize(known) === wanted && wanted !== ''),
  );
  if (named.length === 1) return named[0]?.id ?? null;
  if (!number) return null;
  const numbered = competencies.filter((one) => one.number === number.padStart(2, '0'));
  return numbered.length === 1 ? (numbered[0]?.id ?? null) : null;
}

/** What the user chose for an import. */
export interface ImportChoice {
  fileName: string;
  competencyId: string | null;
  title?: string | undefined;
}

/** Stores a scheme that has been read. @returns its id @throws Refusal `not_found` (competency) */
export async function importScheme(work: Work, read: SchemeRead, choice: ImportChoice): Promise<string> {
  if (choice.competencyId) {
    assertFound(await competencyExists(work.db, choice.competencyId), 'competency');
  }
  const stored = storeScheme(work, read.document, {
    title: choice.title || read.document.title || choice.fileName,
    competencyId: choice.competencyId,
    kind: read.suggestedKind,
    sourceFileName: choice.fileName,
  });
  work.describe({ aspects: summarizeScheme(read.document).aspects });
  return stored.schemeId;
}

/** A scheme with its counts and what should be looked at. @throws Refusal `not_found` */
export async function getScheme(db: Db, id: string): Promise<RouteOutput<'schemes.get'>> {
  const { rows, listRow } = found(await readScheme(db, id), 'scheme');
  const document = toDocument(rows);
  const summary = summarizeScheme(document);
  return {
    ...listRow,
    sections: summary.sections,
    criteria: toCriterionRows(rows),
    summary,
    warnings: checkScheme(document).map((warning) => ({ ...warning })),
  };
}

/** Deletes a scheme that no attempt rests on. @throws Refusal `not_found`, `in_use` */
export async function removeScheme(work: Work, id: string): Promise<void> {
  const { listRow } = found(await readScheme(work.db, id), 'scheme');
  if (listRow.attemptCount > 0) throw new Refusal('in_use', 'attempts rest on the scheme');
  await work.remove('schemes', id);
}
