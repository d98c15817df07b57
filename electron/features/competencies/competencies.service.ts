import type { OwnCompetencyInput } from '#shared/contract/competencies.ts';
import type { CatalogueCompetency } from '#shared/domain/competencies/catalogue.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import {
  findCandidacies,
  getCompetency,
  isCompetencyUsed,
  listKnownIds,
  listSections,
} from './competencies.repository.ts';

function ownFields(input: OwnCompetencyInput): Omit<NewRow<'competencies'>, 'id' | 'target_hundredths'> {
  return {
    kind: 'own',
    edition: '',
    number: input.number,
    name_kk: input.name.kk,
    name_ru: input.name.ru,
    name_en: input.name.en,
    attested_kk: 0,
    attested_ru: 0,
    sector: '',
    team_size: input.teamSize,
    max_age: input.maxAge,
  };
}

type SectionInput = OwnCompetencyInput['sections'][number];

const sectionFields = (input: SectionInput): Omit<NewRow<'standard_sections'>, 'id' | 'competency_id'> => ({
  number: input.number,
  name_kk: input.name.kk,
  name_ru: input.name.ru,
  name_en: input.name.en,
  weight_hundredths: input.weightHundredths,
});

/** Numbers name the sections in schemes, so each may be there once. @throws Refusal `bad_input` */
function assertDistinctNumbers(sections: readonly SectionInput[]): void {
  const numbers = new Set(sections.map((section) => section.number));
  if (numbers.size === sections.length) return;
  throw new Refusal('bad_input', 'two sections have one number', {
    issues: [{ path: 'sections', code: 'section_number_twice' }],
  });
}

/** Adds a competency of the college's own. @returns the id */
export function createOwnCompetency(work: Work, input: OwnCompetencyInput): string {
  assertDistinctNumbers(input.sections);
  const id = work.newId();
  work.insert('competencies', { id, ...ownFields(input), target_hundredths: null });
  work.insertMany(
    'standard_sections',
    input.sections.map((section) => ({ id: work.newId(), competency_id: id, ...sectionFields(section) })),
  );
  return id;
}

async function assertOwn(work: Work, id: string): Promise<void> {
  const competency = found(await getCompetency(work.db, id), 'competency');
  if (competency.kind !== 'own') throw new Refusal('in_use', 'the official catalogue is not edited');
}

/**
 * Changes a competency of the college's own with its sections: those without an id are new, missing ones are deleted.
 * @throws Refusal `not_found`, `in_use` (official), `bad_input` (a section number twice)
 */
export async function updateOwnCompetency(work: Work, id: string, input: OwnCompetencyInput): Promise<void> {
  assertDistinctNumbers(input.sections);
  await assertOwn(work, id);
  await work.update('competencies', id, ownFields(input));
  const kept = new Set(input.sections.map((section) => section.id));
  for (const section of await listSections(work.db, id)) {
    if (!kept.has(section.id)) await work.remove('standard_sections', section.id);
  }
  for (const section of input.sections) {
    if (section.id) {
      assertFound(await work.update('standard_sections', section.id, sectionFields(section)), 'section');
    } else {
      work.insert('standard_sections', { id: work.newId(), competency_id: id, ...sectionFields(section) });
    }
  }
}

/** Deletes a competency of the college's own that nothing rests on. @throws Refusal `not_found`, `in_use` */
export async function removeOwnCompetency(work: Work, id: string): Promise<void> {
  await assertOwn(work, id);
  if (await isCompetencyUsed(work.db, id)) {
    throw new Refusal('in_use', 'a squad, a scheme or training rests on the competency');
  }
  await work.remove('competencies', id);
}

/**
 * Takes students into the squad; those who already are in it stay as they are.
 * @returns how many are new
 * @throws Refusal `not_found`; `duplicate_candidate` when none is new
 */
export async function addCandidates(
  work: Work,
  competencyId: string,
  input: { studentIds: readonly string[]; today: string },
): Promise<number> {
  found(await getCompetency(work.db, competencyId), 'competency');
  const distinct = [...new Set(input.studentIds)];
  const { known, candidates } = await findCandidacies(work.db, competencyId, distinct);
  assertFound(known.size === distinct.length, 'student');
  const added = distinct.filter((studentId) => !candidates.has(studentId));
  if (added.length === 0) throw new Refusal('duplicate_candidate', 'all of them already are candidates');
  work.insertMany(
    'candidates',
    added.map((studentId) => ({
      id: work.newId(),
      competency_id: competencyId,
      student_id: studentId,
      status: 'training',
      since: input.today,
      target_hundredths: null,
      notes: '',
    })),
  );
  work.describe({ count: added.length });
  return added.length;
}

/** Puts the catalogue's competencies that are not there yet into the database; their ids are the same everywhere. */
export async function loadCatalogue(work: Work, catalogue: readonly CatalogueCompetency[]): Promise<void> {
  const known = await listKnownIds(work.db);
  const missing = catalogue.filter((competency) => !known.has(competency.id));
  work.insertMany(
    'competencies',
    missing.map((competency) => ({
      id: competency.id,
      kind: 'official',
      edition: competency.edition,
      number: competency.number,
      name_kk: competency.name.kk,
      name_ru: competency.name.ru,
      name_en: competency.name.en,
      attested_kk: competency.attested.kk ? 1 : 0,
      attested_ru: competency.attested.ru ? 1 : 0,
      sector: competency.sector,
      team_size: competency.teamSize,
      max_age: competency.maxAge,
      target_hundredths: null,
    })),
  );
  work.insertMany(
    'standard_sections',
    missing.flatMap((competency) =>
      competency.sections.map((section) => ({
        id: section.id,
        competency_id: competency.id,
        number: section.number,
        name_kk: section.name.kk,
        name_ru: section.name.ru,
        name_en: section.name.en,
        weight_hundredths: section.weightHundredths,
      })),
    ),
  );
  work.describe({ count: missing.length });
}
