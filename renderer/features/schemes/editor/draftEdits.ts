import type {
  DraftAspect,
  DraftCriterion,
  DraftSubCriterion,
  SchemeDraft,
} from '#shared/contract/schemeDocument.ts';
import { getLetter } from '#shared/domain/schemes/schemeCodes.ts';
import { findPlace } from './draftOutline.ts';

/** A changed draft, and the line to go on with. */
export interface DraftStep {
  draft: SchemeDraft;
  activeId: string | null;
}

/** Makes the id of a new row. */
export type MakeId = () => string;

const mapForms = (
  draft: SchemeDraft,
  change: (form: DraftSubCriterion) => DraftSubCriterion,
): SchemeDraft => ({
  ...draft,
  criteria: draft.criteria.map((criterion) => {
    const subCriteria = criterion.subCriteria.map(change);
    const isSame = subCriteria.every((form, index) => form === criterion.subCriteria[index]);
    return isSame ? criterion : { ...criterion, subCriteria };
  }),
});

/** Changes some aspects. */
export function patchAspects(
  draft: SchemeDraft,
  ids: Iterable<string>,
  patch: Partial<DraftAspect> | ((aspect: DraftAspect) => Partial<DraftAspect>),
): SchemeDraft {
  const wanted = new Set(ids);
  return mapForms(draft, (form) => {
    if (!form.aspects.some((aspect) => wanted.has(aspect.id))) return form;
    const aspects = form.aspects.map((aspect) =>
      wanted.has(aspect.id)
        ? { ...aspect, ...(typeof patch === 'function' ? patch(aspect) : patch) }
        : aspect,
    );
    return { ...form, aspects };
  });
}

/** Changes a sub-criterion. */
export function patchSubCriterion(
  draft: SchemeDraft,
  id: string,
  patch: Partial<DraftSubCriterion>,
): SchemeDraft {
  return mapForms(draft, (form) => (form.id === id ? { ...form, ...patch } : form));
}

/** Changes a criterion. */
export function patchCriterion(draft: SchemeDraft, id: string, patch: Partial<DraftCriterion>): SchemeDraft {
  const criteria = draft.criteria.map((criterion) =>
    criterion.id === id ? { ...criterion, ...patch } : criterion,
  );
  return { ...draft, criteria };
}

/** Sets the marking day of the sub-criteria that some aspects stand in. */
export function setDays(
  draft: SchemeDraft,
  aspectIds: Iterable<string>,
  markingDay: number | null,
): SchemeDraft {
  const wanted = new Set(aspectIds);
  return mapForms(draft, (form) =>
    form.aspects.some((aspect) => wanted.has(aspect.id)) ? { ...form, markingDay } : form,
  );
}

const hasLetters = (draft: SchemeDraft): boolean =>
  draft.criteria.every((criterion, index) => criterion.code === getLetter(index));

const hasNumbers = (draft: SchemeDraft): boolean =>
  draft.criteria.every(({ code, subCriteria }) =>
    subCriteria.every((form, index) => form.code === `${code}${index + 1}`),
  );

/**
 * Letters and numbers by place, where they were by place before; codes that people chose otherwise are left alone.
 */
export function renumber(before: SchemeDraft, after: SchemeDraft): SchemeDraft {
  const isLettered = hasLetters(before);
  const isNumbered = hasNumbers(before);
  const criteria = after.criteria.map((criterion, index) => {
    const code = isLettered ? getLetter(index) : criterion.code;
    const subCriteria = isNumbered
      ? criterion.subCriteria.map((form, place) => ({ ...form, code: `${code}${place + 1}` }))
      : criterion.subCriteria;
    return { ...criterion, code, subCriteria };
  });
  return { ...after, criteria };
}

const insertAt = <T>(list: readonly T[], index: number, items: readonly T[]): T[] => [
  ...list.slice(0, index),
  ...items,
  ...list.slice(index),
];

const newForm = (criterion: string, index: number, id: string): DraftSubCriterion => ({
  id,
  code: `${criterion}${index + 1}`,
  name: '',
  markingDay: null,
  aspects: [],
});

/** Adds a criterion with an empty sub-criterion: after the one that a line stands in, or at the end. */
export function addCriterion(draft: SchemeDraft, nearId: string | null, makeId: MakeId): DraftStep {
  const place = nearId === null ? null : findPlace(draft, nearId);
  const index = place === null ? draft.criteria.length : place.criterion + 1;
  const taken = new Set(draft.criteria.map(({ code }) => code));
  let letter = draft.criteria.length;
  while (taken.has(getLetter(letter))) letter += 1;
  const code = getLetter(letter);
  const made: DraftCriterion = {
    id: makeId(),
    code,
    name: '',
    declaredHundredths: null,
    subCriteria: [newForm(code, 0, makeId())],
  };
  const criteria = insertAt(draft.criteria, index, [made]);
  return { draft: renumber(draft, { ...draft, criteria }), activeId: made.id };
}

/** Adds sub-criteria after the one that a line stands in, or at the end of its criterion. */
export function insertForms(
  draft: SchemeDraft,
  nearId: string | null,
  forms: readonly DraftSubCriterion[],
): SchemeDraft {
  const place = (nearId === null ? null : findPlace(draft, nearId)) ?? {
    criterion: draft.criteria.length - 1,
  };
  const criteria = draft.criteria.map((criterion, index) => {
    if (index !== place.criterion) return criterion;
    const at = place.subCriterion === undefined ? criterion.subCriteria.length : place.subCriterion + 1;
    return { ...criterion, subCriteria: insertAt(criterion.subCriteria, at, forms) };
  });
  return renumber(draft, { ...draft, criteria });
}

/** Adds an empty sub-criterion, see {@link insertForms}; a scheme without criteria gets one. */
export function addSubCriterion(draft: SchemeDraft, nearId: string | null, makeId: MakeId): DraftStep {
  const [last] = draft.criteria.slice(-1);
  if (last === undefined) return addCriterion(draft, null, makeId);
  const place = (nearId === null ? null : findPlace(draft, nearId)) ?? {
    criterion: draft.criteria.length - 1,
  };
  const criterion = draft.criteria[place.criterion] ?? last;
  const taken = new Set(criterion.subCriteria.map(({ code }) => code));
  let number = criterion.subCriteria.length;
  while (taken.has(`${criterion.code}${number + 1}`)) number += 1;
  const made = newForm(criterion.code, number, makeId());
  const day = criterion.subCriteria[place.subCriterion ?? criterion.subCriteria.length - 1]?.markingDay;
  const next = insertForms(draft, nearId, [{ ...made, markingDay: day ?? null }]);
  return { draft: next, activeId: made.id };
}

const newAspect = (id: string, near: DraftAspect | undefined): DraftAspect => ({
  id,
  kind: near?.kind ?? 'measurement',
  headings: [],
  description: '',
  extraDescription: '',
  requirement: '',
  sectionNumber: near?.sectionNumber ?? null,
  maxHundredths: near?.maxHundredths ?? 100,
  descriptors: [],
  extraRows: [],
  calculationIndex: null,
});

/** The sub-criterion that new aspects go to, and after which of its aspects. */
function findAspectPlace(
  draft: SchemeDraft,
  nearId: string | null,
): { form: DraftSubCriterion; index: number } | null {
  const place = nearId === null ? null : findPlace(draft, nearId);
  const criterion = draft.criteria[place?.criterion ?? draft.criteria.length - 1];
  const form = criterion?.subCriteria[place?.subCriterion ?? criterion.subCriteria.length - 1];
  if (form === undefined) return null;
  return { form, index: place?.aspect === undefined ? form.aspects.length : place.aspect + 1 };
}

/** Adds aspects after a line; where there is no sub-criterion for them, one is made. */
export function insertAspects(
  draft: SchemeDraft,
  nearId: string | null,
  aspects: readonly DraftAspect[],
  makeId: MakeId,
): DraftStep {
  const place = findAspectPlace(draft, nearId);
  if (place === null) {
    const step = addSubCriterion(draft, nearId, makeId);
    return insertAspects(step.draft, step.activeId, aspects, makeId);
  }
  const next = patchSubCriterion(draft, place.form.id, {
    aspects: insertAt(place.form.aspects, place.index, aspects),
  });
  return { draft: next, activeId: aspects[0]?.id ?? nearId };
}

/** Adds an aspect after a line; type, section and mark are those of the aspect above. */
export function addAspect(draft: SchemeDraft, nearId: string | null, makeId: MakeId): DraftStep {
  const place = findAspectPlace(draft, nearId);
  const near = place?.form.aspects[place.index - 1];
  return insertAspects(draft, nearId, [newAspect(makeId(), near)], makeId);
}

/** Copies aspects, each below its original. */
export function duplicateAspects(draft: SchemeDraft, ids: ReadonlySet<string>, makeId: MakeId): DraftStep {
  let activeId: string | null = null;
  const next = mapForms(draft, (form) => {
    if (!form.aspects.some((aspect) => ids.has(aspect.id))) return form;
    const aspects = form.aspects.flatMap((aspect) => {
      if (!ids.has(aspect.id)) return [aspect];
      const copy = { ...aspect, id: makeId() };
      activeId = copy.id;
      return [aspect, copy];
    });
    return { ...form, aspects };
  });
  return { draft: next, activeId };
}

/** Removes lines with all that stands under them. */
export function removeRows(draft: SchemeDraft, ids: ReadonlySet<string>): SchemeDraft {
  const criteria = draft.criteria
    .filter((criterion) => !ids.has(criterion.id))
    .map((criterion) => ({
      ...criterion,
      subCriteria: criterion.subCriteria
        .filter((form) => !ids.has(form.id))
        .map((form) => ({ ...form, aspects: form.aspects.filter((aspect) => !ids.has(aspect.id)) })),
    }));
  return renumber(draft, { ...draft, criteria });
}
