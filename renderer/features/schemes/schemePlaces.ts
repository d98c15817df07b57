import type { AspectRow, CriterionRow, SubCriterionRow } from '#shared/contract/schemes.ts';
import type { SchemeWarning } from '#shared/domain/schemes/schemeWarning.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';

/** Id of the table of sections on the page of a scheme. */
export const SECTIONS_PLACE = 'scheme-sections';

const ABOUT_SECTIONS: ReadonlySet<SchemeWarning['code']> = new Set([
  'section_variation',
  'total_variation',
  'section_weights_not_100',
]);

/** Id of the place that a warning is about; null when it is about the whole. */
export function placeId(criteria: readonly CriterionRow[], warning: SchemeWarning): string | null {
  const { place } = warning;
  if (ABOUT_SECTIONS.has(warning.code)) return SECTIONS_PLACE;
  if (place === undefined) return null;
  const criterion = criteria[place.criterion];
  const subCriterion = criterion?.subCriteria[place.subCriterion ?? -1];
  const aspect = subCriterion?.aspects[place.aspect ?? -1];
  return (aspect ?? subCriterion ?? criterion)?.id ?? null;
}

function textOf(aspect: AspectRow): string {
  const parts = [aspect.code, aspect.description, aspect.extraDescription, aspect.requirement];
  return [...parts, ...aspect.extraRows, ...aspect.descriptors.map((descriptor) => descriptor.text)].join(
    ' ',
  );
}

function narrow(subCriterion: SubCriterionRow, search: string): SubCriterionRow {
  if (matchesSearch(foldForSearch(subCriterion.code, subCriterion.name), search)) return subCriterion;
  const aspects = subCriterion.aspects.filter((aspect) =>
    matchesSearch(foldForSearch(textOf(aspect)), search),
  );
  return { ...subCriterion, aspects };
}

/** The part of a scheme that a search finds: in codes, texts, requirements and descriptors. */
export function searchScheme(criteria: readonly CriterionRow[], search: string): readonly CriterionRow[] {
  if (search.trim() === '') return criteria;
  return criteria
    .map((criterion) => ({
      ...criterion,
      subCriteria: criterion.subCriteria
        .map((subCriterion) => narrow(subCriterion, search))
        .filter((subCriterion) => subCriterion.aspects.length > 0),
    }))
    .filter((criterion) => criterion.subCriteria.length > 0);
}

/** How many aspects some criteria have. */
export function countAspects(criteria: readonly CriterionRow[]): number {
  return criteria
    .flatMap((criterion) => criterion.subCriteria)
    .reduce((sum, subCriterion) => sum + subCriterion.aspects.length, 0);
}
