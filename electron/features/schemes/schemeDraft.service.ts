import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import type { EntityColumns } from '../../database/schema/columns.ts';
import type { EntityName } from '../../database/schema/schema.ts';
import type { NewRow, RowPatch, Work } from '../../database/changes/work.ts';
import { Refusal, found } from '../../router/refusal.ts';
import { readAllRows, readScheme, type SchemeRows } from './schemes.repository.ts';
import { toDocument } from './schemeStorage.ts';

/** The document of a stored scheme with the ids of its rows. */
export function toDraft(rows: SchemeRows): SchemeDraft {
  const document = toDocument(rows);
  const aspects = Map.groupBy(rows.aspects, (row) => row.sub_criterion_id);
  const subCriteria = Map.groupBy(rows.subCriteria, (row) => row.criterion_id);
  return {
    ...document,
    criteria: document.criteria.map((criterion, index) => {
      const id = found(rows.criteria[index], 'criterion').id;
      const forms = subCriteria.get(id) ?? [];
      return {
        ...criterion,
        id,
        subCriteria: criterion.subCriteria.map((subCriterion, place) => {
          const form = found(forms[place], 'sub-criterion');
          const own = aspects.get(form.id) ?? [];
          return {
            ...subCriterion,
            id: form.id,
            aspects: subCriterion.aspects.map((aspect, at) => ({
              ...aspect,
              id: found(own[at], 'aspect').id,
            })),
          };
        }),
      };
    }),
  };
}

type DraftTable = 'criteria' | 'sub_criteria' | 'aspects';
interface DraftRows {
  criteria: NewRow<'criteria'>[];
  sub_criteria: NewRow<'sub_criteria'>[];
  aspects: NewRow<'aspects'>[];
}

/** The rows that a draft comes to. Positions count through the whole scheme. */
function toRows(schemeId: string, draft: SchemeDraft): DraftRows {
  const rows: DraftRows = { criteria: [], sub_criteria: [], aspects: [] };
  for (const criterion of draft.criteria) {
    rows.criteria.push({
      id: criterion.id,
      scheme_id: schemeId,
      position: rows.criteria.length,
      code: criterion.code,
      name: criterion.name,
      declared_hundredths: criterion.declaredHundredths,
    });
    for (const subCriterion of criterion.subCriteria) {
      rows.sub_criteria.push({
        id: subCriterion.id,
        scheme_id: schemeId,
        criterion_id: criterion.id,
        position: rows.sub_criteria.length,
        code: subCriterion.code,
        name: subCriterion.name,
        marking_day: subCriterion.markingDay,
      });
      for (const aspect of subCriterion.aspects) {
        rows.aspects.push({
          id: aspect.id,
          scheme_id: schemeId,
          sub_criterion_id: subCriterion.id,
          position: rows.aspects.length,
          kind: aspect.kind,
          description: aspect.description,
          extra_description: aspect.extraDescription,
          requirement: aspect.requirement,
          section_number: aspect.sectionNumber,
          max_hundredths: aspect.maxHundredths,
          descriptors_json: JSON.stringify(aspect.descriptors),
          extra_rows_json: JSON.stringify(aspect.extraRows),
          headings_json: JSON.stringify(aspect.headings),
          calculation_index: aspect.calculationIndex,
          origin_id: null,
        });
      }
    }
  }
  return rows;
}

/** Writes what differs between the rows as they are and as the draft wants them. */
async function writeRows<T extends DraftTable>(
  work: Work,
  table: T,
  schemeId: string,
  wanted: readonly NewRow<T>[],
): Promise<void> {
  const rows: readonly EntityColumns[] = await readAllRows(work.db, table, schemeId);
  const stored = new Map(rows.map((row) => [row.id, row]));
  const added: NewRow<T>[] = [];
  for (const row of wanted) {
    const old = stored.get(row.id);
    if (!old) {
      added.push(row);
      continue;
    }
    // What a row is and where it comes from does not change; all else may.
    const fields = Object.entries(row).filter(([name]) => name !== 'id' && name !== 'origin_id');
    const patch = Object.fromEntries([...fields, ['deleted_at', null]]) as RowPatch<EntityName>;
    work.updateKnown<EntityName>(table, old, patch);
  }
  work.insertMany(table, added);
  const kept = new Set(wanted.map((row) => row.id));
  for (const [id, old] of stored) {
    if (!kept.has(id) && old.deleted_at === null) await work.remove(table, id);
  }
}

async function writeSections(work: Work, schemeId: string, sections: SchemeDraft['sections']): Promise<void> {
  const stored = (await readAllRows(work.db, 'scheme_sections', schemeId)).filter(
    (row) => row.deleted_at === null,
  );
  for (const [index, section] of sections.entries()) {
    const { number, name, declaredHundredths: declared_hundredths } = section;
    const old = stored[index];
    if (old) work.updateKnown('scheme_sections', old, { number, name, declared_hundredths });
    else
      work.insert('scheme_sections', {
        id: work.newId(),
        scheme_id: schemeId,
        number,
        name,
        declared_hundredths,
      });
  }
  for (const old of stored.slice(sections.length)) await work.remove('scheme_sections', old.id);
}

/** What the editor stores. */
export interface DraftInput {
  id: string;
  draft: SchemeDraft;
  kind: 'official' | 'practice';
  allowsPartial: boolean;
}

/** @throws Refusal `bad_input` when an id occurs twice */
export function assertOwnIds(draft: SchemeDraft): void {
  const ids = draft.criteria.flatMap((criterion) => [
    criterion.id,
    ...criterion.subCriteria.flatMap((form) => [form.id, ...form.aspects.map((aspect) => aspect.id)]),
  ]);
  if (new Set(ids).size !== ids.length) throw new Refusal('bad_input', 'an id occurs twice');
}

/**
 * Stores a scheme as the editor has it: only the rows that differ are written.
 * @throws Refusal `not_found`, `in_use` when attempts rest on it: the next version is made then
 */
export async function saveDraft(work: Work, input: DraftInput): Promise<void> {
  const { rows, listRow } = found(await readScheme(work.db, input.id), 'scheme');
  if (listRow.attemptCount > 0) throw new Refusal('in_use', 'attempts rest on the scheme');
  assertOwnIds(input.draft);
  const wanted = toRows(input.id, input.draft);
  work.updateKnown('schemes', rows.scheme, {
    title: input.draft.title || rows.scheme.title,
    kind: input.kind,
    calculations_json: JSON.stringify(input.draft.calculations),
    allows_partial: input.allowsPartial ? 1 : 0,
  });
  await writeSections(work, input.id, input.draft.sections);
  await writeRows(work, 'criteria', input.id, wanted.criteria);
  await writeRows(work, 'sub_criteria', input.id, wanted.sub_criteria);
  await writeRows(work, 'aspects', input.id, wanted.aspects);
}
