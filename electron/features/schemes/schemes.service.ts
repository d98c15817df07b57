import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import type { SchemeSummary, SchemeWarning } from '#shared/contract/schemes.ts';
import { listAspects, sumAspectHundredths } from '#shared/domain/schemes/schemeDocument.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema.ts';
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

/** A scheme read from a workbook, and what the reader noticed. */
export interface ReadWorkbook {
  document: SchemeDocument;
  summary: SchemeSummary;
  warnings: readonly SchemeWarning[];
}

/** What the user chose for an import. */
export interface ImportChoice {
  fileName: string;
  competencyId: string | null;
  title?: string | undefined;
}

/** TEMP until summarizeScheme lands */
function summarizeScheme(document: SchemeDocument): SchemeSummary {
  const aspects = document.criteria.flatMap(listAspects);
  return {
    title: document.title,
    sections: document.sections.map((section) => ({
      ...section,
      aspectHundredths: sumAspectHundredths(
        aspects.filter((aspect) => aspect.sectionNumber === section.number),
      ),
    })),
    criteria: document.criteria.length,
    subCriteria: 0,
    aspects: aspects.length,
    measurement: 0,
    judgement: 0,
    totalHundredths: sumAspectHundredths(aspects),
    days: [],
  };
}

const OFFICIAL_TOTAL = 10_000;

/** Stores a scheme that has been read. @returns its id @throws Refusal `not_found` (competency) */
export async function importScheme(
  work: Work,
  document: SchemeDocument,
  choice: ImportChoice,
): Promise<string> {
  if (choice.competencyId) {
    assertFound(await competencyExists(work.db, choice.competencyId), 'competency');
  }
  const { totalHundredths, aspects } = summarizeScheme(document);
  const stored = storeScheme(work, document, {
    title: choice.title || document.title || choice.fileName,
    competencyId: choice.competencyId,
    kind: totalHundredths === OFFICIAL_TOTAL ? 'official' : 'practice',
    sourceFileName: choice.fileName,
  });
  work.describe({ aspects });
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
    warnings: [],
  };
}

/** Deletes a scheme that no attempt rests on. @throws Refusal `not_found`, `in_use` */
export async function removeScheme(work: Work, id: string): Promise<void> {
  const { listRow } = found(await readScheme(work.db, id), 'scheme');
  if (listRow.attemptCount > 0) throw new Refusal('in_use', 'attempts rest on the scheme');
  await work.remove('schemes', id);
}
