import type { SchemeAspect, SchemeCriterion, SchemeDocument, SchemeSubCriterion } from './schemeDocument.ts';
import { getAspectCode, listAspects, sumAspectHundredths, sumSchemeHundredths } from './schemeDocument.ts';
import type { SchemePlace, SchemeWarning } from './schemeWarning.ts';

/** An official scheme, and the weights of its standard, come to 100 points. */
const OFFICIAL_TOTAL = 10_000;

/** Variations of more than five points in total are a warning; never a refusal: a real national final had 44. */
const MAX_TOTAL_VARIATION = 500;

const MAX_ASPECT = 10_000;

function checkTotal(document: SchemeDocument): SchemeWarning[] {
  const actualHundredths = sumSchemeHundredths(document);
  return actualHundredths === OFFICIAL_TOTAL ? [] : [{ code: 'total_not_100', actualHundredths }];
}

function checkSections(document: SchemeDocument): SchemeWarning[] {
  if (document.sections.length === 0) {
    return [{ code: 'no_sections' }];
  }
  const aspects = document.criteria.flatMap(listAspects);
  const warnings: SchemeWarning[] = [];
  const declared = document.sections.reduce((sum, section) => sum + section.declaredHundredths, 0);
  if (declared !== OFFICIAL_TOTAL) {
    warnings.push({ code: 'section_weights_not_100', actualHundredths: declared });
  }
  let variation = 0;
  for (const { number, declaredHundredths } of document.sections) {
    const actualHundredths = sumAspectHundredths(aspects.filter((aspect) => aspect.sectionNumber === number));
    variation += Math.abs(declaredHundredths - actualHundredths);
    if (declaredHundredths !== actualHundredths) {
      warnings.push({
        code: 'section_variation',
        sectionNumber: number,
        declaredHundredths,
        actualHundredths,
      });
    }
  }
  if (variation > MAX_TOTAL_VARIATION) {
    warnings.push({ code: 'total_variation', actualHundredths: variation });
  }
  return warnings;
}

/** Whether a list of score descriptors holds each of 0, 1, 2 and 3 with a text. */
function isLadderComplete(aspect: SchemeAspect): boolean {
  return [0, 1, 2, 3].every((score) =>
    aspect.descriptors.some((descriptor) => descriptor.score === score && descriptor.text !== ''),
  );
}

function checkAspect(aspect: SchemeAspect, sections: ReadonlySet<number>): Omit<SchemeWarning, 'place'>[] {
  const found: Omit<SchemeWarning, 'place'>[] = [];
  const { sectionNumber, maxHundredths } = aspect;
  if (aspect.description === '') {
    found.push({ code: 'aspect_without_description' });
  }
  if (maxHundredths <= 0 || maxHundredths > MAX_ASPECT) {
    found.push({ code: 'mark_out_of_range', actualHundredths: maxHundredths });
  }
  if (aspect.kind === 'judgement' && !isLadderComplete(aspect)) {
    found.push({ code: 'descriptors_incomplete' });
  }
  if (sections.size > 0 && sectionNumber === null) {
    found.push({ code: 'aspect_without_section' });
  }
  if (sections.size > 0 && sectionNumber !== null && !sections.has(sectionNumber)) {
    found.push({ code: 'section_unknown', sectionNumber });
  }
  return found;
}

function checkSubCriterion(
  subCriterion: SchemeSubCriterion,
  place: SchemePlace,
  context: { sections: ReadonlySet<number>; hasDays: boolean },
): SchemeWarning[] {
  const { code, markingDay, aspects } = subCriterion;
  const warnings: SchemeWarning[] = [];
  if (aspects.length === 0) {
    warnings.push({ code: 'sub_criterion_without_aspects', place, subject: code });
  }
  if (markingDay === null && context.hasDays) {
    warnings.push({ code: 'day_missing', place, subject: code });
  }
  aspects.forEach((aspect, index) => {
    const subject = getAspectCode(code, aspect.kind, index);
    for (const found of checkAspect(aspect, context.sections)) {
      warnings.push({ ...found, place: { ...place, aspect: index }, subject });
    }
  });
  return warnings;
}

function checkCriterionMark(criterion: SchemeCriterion, place: SchemePlace): SchemeWarning[] {
  const { code, declaredHundredths } = criterion;
  const actualHundredths = sumAspectHundredths(listAspects(criterion));
  return declaredHundredths === null || declaredHundredths === actualHundredths
    ? []
    : [{ code: 'criterion_mark_differs', place, subject: code, declaredHundredths, actualHundredths }];
}

/** Marks each code that was seen before; codes of criteria and sub-criteria do not clash with each other. */
function checkDuplicates(document: SchemeDocument): SchemeWarning[] {
  const seen = new Set<string>();
  const warnings: SchemeWarning[] = [];
  const visit = (space: string, subject: string, place?: SchemePlace) => {
    const key = `${space} ${subject}`;
    if (seen.has(key)) {
      warnings.push({ code: 'duplicate_id', subject, ...(place === undefined ? {} : { place }) });
    }
    seen.add(key);
  };
  document.sections.forEach(({ number }) => visit('section', String(number)));
  document.criteria.forEach(({ code, subCriteria }, criterion) => {
    visit('criterion', code, { criterion });
    subCriteria.forEach((sub, subCriterion) => visit('sub', sub.code, { criterion, subCriterion }));
  });
  return warnings;
}

/**
 * The live checks of a scheme, each with its place. In an official scheme they are warnings, in a practice
 * scheme hints; they never stop anybody.
 */
export function checkScheme(document: SchemeDocument): SchemeWarning[] {
  const sections = new Set(document.sections.map((section) => section.number));
  const hasDays = document.criteria.some(({ subCriteria }) =>
    subCriteria.some((sub) => sub.markingDay !== null),
  );
  return [
    ...checkTotal(document),
    ...checkSections(document),
    ...checkDuplicates(document),
    ...document.criteria.flatMap((criterion, criterionIndex) => [
      ...checkCriterionMark(criterion, { criterion: criterionIndex }),
      ...criterion.subCriteria.flatMap((subCriterion, subCriterionIndex) =>
        checkSubCriterion(
          subCriterion,
          { criterion: criterionIndex, subCriterion: subCriterionIndex },
          { sections, hasDays },
        ),
      ),
    ]),
  ];
}
