import type { Kysely } from 'kysely';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { writeCisScheme } from '#shared/domain/schemes/writeCisScheme.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { writeWorkbook } from '../../workers/writeWorkbook.ts';
import { toDraft } from './schemeDraft.service.ts';
import { storeScheme, toDocument } from './schemeStorage.ts';
import { competencyExists, findNextVersion, listStandardSections, readScheme } from './schemes.repository.ts';

type Db = Kysely<Schema>;

/** One of each level, so that the first thing a person does is to write, not to look for a button. */
const firstCriteria = (): SchemeDocument['criteria'] => [
  {
    code: 'A',
    name: '',
    declaredHundredths: null,
    subCriteria: [{ code: 'A1', name: '', markingDay: 1, aspects: [] }],
  },
];

/** Begins a scheme. @returns its id @throws Refusal `not_found` (competency) */
export async function createScheme(work: Work, input: ParsedInput<'schemes.create'>): Promise<string> {
  const { title, competencyId, kind } = input;
  if (competencyId !== null) assertFound(await competencyExists(work.db, competencyId), 'competency');
  const sections = competencyId === null ? [] : await listStandardSections(work.db, competencyId);
  const document: SchemeDocument = {
    title,
    sections: sections.map((section) => ({
      number: section.number,
      name:
        section[`name_${input.language ?? 'en'}`] || section.name_en || section.name_ru || section.name_kk,
      declaredHundredths: section.weight_hundredths,
    })),
    criteria: firstCriteria(),
    calculations: [],
  };
  return storeScheme(work, document, { title, competencyId, kind, sourceFileName: '' }).schemeId;
}

/** A scheme as the editor holds it. @throws Refusal `not_found` */
export async function getDraft(db: Db, id: string): Promise<RouteOutput<'schemes.getDraft'>> {
  const { rows, listRow } = found(await readScheme(db, id), 'scheme');
  return {
    draft: toDraft(rows),
    kind: listRow.kind,
    competencyId: listRow.competencyId,
    version: listRow.version,
    previousVersionId: rows.scheme.previous_version_id,
    nextVersionId: (await findNextVersion(db, id)) ?? null,
    allowsPartial: rows.scheme.allows_partial !== 0,
    attemptCount: listRow.attemptCount,
  };
}

/** What no file system minds. */
function toFileName(title: string): string {
  const plain = title
    .replaceAll(/[^\p{L}\p{N} .,-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain === '' ? 'scheme' : plain}.xlsx`;
}

/** The workbook of a scheme in the layout of CIS. @throws Refusal `not_found` */
export async function exportScheme(db: Db, id: string): Promise<RouteOutput<'schemes.exportWorkbook'>> {
  const { rows } = found(await readScheme(db, id), 'scheme');
  const bytes = await writeWorkbook(writeCisScheme(toDocument(rows)));
  return { fileName: toFileName(rows.scheme.title), content: Buffer.from(bytes).toString('base64') };
}
