import type { CriterionRow, SubCriterionRow } from '#shared/contract/schemes.ts';
import { allowsPartialMark } from '#shared/domain/assessment/measuredMark.ts';
import {
  getAspectCode,
  type SchemeAspect,
  type SchemeCalculation,
  type SchemeCriterion,
  type SchemeDocument,
  type SchemeExtraRow,
  type JudgementDescriptor,
  type SchemeSubCriterion,
} from '#shared/domain/schemes/schemeDocument.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';
import type { SchemeRows } from './schemes.repository.ts';

/** What a stored scheme knows beyond its document. */
export interface SchemeHeader {
  title: string;
  competencyId: string | null;
  kind: 'official' | 'practice';
  sourceFileName: string;
  /** 1 unless it goes on from another version. */
  version?: number;
  previousVersionId?: string;
  /** Aspects of the version before, in the order of the document; null: a new one. */
  originIds?: readonly (string | null)[];
  allowsPartial?: number | null;
}

/** Ids of a new scheme, in the shape of its document. */
export interface StoredScheme {
  schemeId: string;
  criteria: { subCriteria: StoredSubCriterion[] }[];
}

/** Ids of a sub-criterion and of its aspects, in order. */
export interface StoredSubCriterion {
  id: string;
  aspectIds: string[];
}

function aspectRow(
  aspect: SchemeAspect,
  place: Pick<NewRow<'aspects'>, 'id' | 'scheme_id' | 'sub_criterion_id' | 'position' | 'origin_id'>,
): NewRow<'aspects'> {
  return {
    ...place,
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
  };
}

/** Gathers the rows of a document. Positions count through the whole scheme, so that one order serves everywhere. */
class SchemeRowBuilder {
  readonly criteria: NewRow<'criteria'>[] = [];
  readonly subCriteria: NewRow<'sub_criteria'>[] = [];
  readonly aspects: NewRow<'aspects'>[] = [];
  readonly #work: Work;
  readonly #schemeId: string;
  readonly #originIds: readonly (string | null)[];

  constructor(work: Work, schemeId: string, originIds: readonly (string | null)[]) {
    this.#work = work;
    this.#schemeId = schemeId;
    this.#originIds = originIds;
  }

  addCriterion(criterion: SchemeCriterion): StoredScheme['criteria'][number] {
    const id = this.#work.newId();
    this.criteria.push({
      id,
      scheme_id: this.#schemeId,
      position: this.criteria.length,
      code: criterion.code,
      name: criterion.name,
      declared_hundredths: criterion.declaredHundredths,
    });
    return {
      subCriteria: criterion.subCriteria.map((subCriterion) => this.#addSubCriterion(id, subCriterion)),
    };
  }

  #addSubCriterion(criterionId: string, subCriterion: SchemeSubCriterion): StoredSubCriterion {
    const id = this.#work.newId();
    this.subCriteria.push({
      id,
      scheme_id: this.#schemeId,
      criterion_id: criterionId,
      position: this.subCriteria.length,
      code: subCriterion.code,
      name: subCriterion.name,
      marking_day: subCriterion.markingDay,
    });
    return { id, aspectIds: subCriterion.aspects.map((aspect) => this.#addAspect(id, aspect)) };
  }

  #addAspect(subCriterionId: string, aspect: SchemeAspect): string {
    const id = this.#work.newId();
    const position = this.aspects.length;
    const origin_id = this.#originIds[position] ?? null;
    const place = { id, scheme_id: this.#schemeId, sub_criterion_id: subCriterionId, position, origin_id };
    this.aspects.push(aspectRow(aspect, place));
    return id;
  }
}

/** Writes a document as a new scheme. */
export function storeScheme(work: Work, document: SchemeDocument, header: SchemeHeader): StoredScheme {
  const schemeId = work.newId();
  const rows = new SchemeRowBuilder(work, schemeId, header.originIds ?? []);
  const criteria = document.criteria.map((criterion) => rows.addCriterion(criterion));
  work.insert('schemes', {
    id: schemeId,
    competency_id: header.competencyId,
    title: header.title,
    kind: header.kind,
    version: header.version ?? 1,
    previous_version_id: header.previousVersionId ?? null,
    source_file_name: header.sourceFileName,
    calculations_json: JSON.stringify(document.calculations),
    allows_partial: header.allowsPartial ?? null,
  });
  work.insertMany(
    'scheme_sections',
    document.sections.map((section) => ({
      id: work.newId(),
      scheme_id: schemeId,
      number: section.number,
      name: section.name,
      declared_hundredths: section.declaredHundredths,
    })),
  );
  work.insertMany('criteria', rows.criteria);
  work.insertMany('sub_criteria', rows.subCriteria);
  work.insertMany('aspects', rows.aspects);
  return { schemeId, criteria };
}

const toAspect = (row: SchemeRows['aspects'][number]): SchemeAspect => ({
  kind: row.kind as SchemeAspect['kind'],
  headings: JSON.parse(row.headings_json) as string[],
  description: row.description,
  extraDescription: row.extra_description,
  requirement: row.requirement,
  sectionNumber: row.section_number,
  maxHundredths: row.max_hundredths,
  descriptors: JSON.parse(row.descriptors_json) as JudgementDescriptor[],
  extraRows: JSON.parse(row.extra_rows_json) as SchemeExtraRow[],
  calculationIndex: row.calculation_index,
});

/** The document that a stored scheme was made from. */
export function toDocument(rows: SchemeRows): SchemeDocument {
  const aspects = Map.groupBy(rows.aspects, (row) => row.sub_criterion_id);
  const subCriteria = Map.groupBy(rows.subCriteria, (row) => row.criterion_id);
  return {
    title: rows.scheme.title,
    sections: rows.sections.map((row) => ({
      number: row.number,
      name: row.name,
      declaredHundredths: row.declared_hundredths,
    })),
    criteria: rows.criteria.map((criterion) => ({
      code: criterion.code,
      name: criterion.name,
      declaredHundredths: criterion.declared_hundredths,
      subCriteria: (subCriteria.get(criterion.id) ?? []).map((subCriterion) => ({
        code: subCriterion.code,
        name: subCriterion.name,
        markingDay: subCriterion.marking_day,
        aspects: (aspects.get(subCriterion.id) ?? []).map(toAspect),
      })),
    })),
    calculations: JSON.parse(rows.scheme.calculations_json) as SchemeCalculation[],
  };
}

function toSubCriterionRow(
  row: SchemeRows['subCriteria'][number],
  aspects: readonly SchemeRows['aspects'][number][],
  scheme: { calculations: readonly SchemeCalculation[]; allowsPartial: boolean },
): SubCriterionRow {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    markingDay: row.marking_day,
    aspects: aspects.map((aspectRowOf, index) => {
      const aspect = toAspect(aspectRowOf);
      const at = aspect.calculationIndex;
      const calculation = at === null ? null : (scheme.calculations[at]?.calculation ?? null);
      const marking = { calculation, hasExtraRows: aspect.extraRows.length > 0 };
      return {
        id: aspectRowOf.id,
        code: getAspectCode(row.code, aspect.kind, index),
        kind: aspect.kind,
        description: aspect.description,
        extraDescription: aspect.extraDescription,
        requirement: aspect.requirement,
        sectionNumber: aspect.sectionNumber,
        maxHundredths: aspect.maxHundredths,
        descriptors: aspect.descriptors,
        extraRows: aspect.extraRows.map((extra) => extra.text),
        calculation,
        allowsPartial: allowsPartialMark(marking, scheme.allowsPartial),
      };
    }),
  };
}

/** The scheme as screens show it: with ids and positional codes. */
export function toCriterionRows(rows: SchemeRows): CriterionRow[] {
  const aspects = Map.groupBy(rows.aspects, (row) => row.sub_criterion_id);
  const subCriteria = Map.groupBy(rows.subCriteria, (row) => row.criterion_id);
  const scheme = {
    calculations: JSON.parse(rows.scheme.calculations_json) as SchemeCalculation[],
    allowsPartial: rows.scheme.allows_partial !== 0,
  };
  return rows.criteria.map((criterion) => ({
    id: criterion.id,
    code: criterion.code,
    name: criterion.name,
    declaredHundredths: criterion.declared_hundredths,
    subCriteria: (subCriteria.get(criterion.id) ?? []).map((row) =>
      toSubCriterionRow(row, aspects.get(row.id) ?? [], scheme),
    ),
  }));
}
