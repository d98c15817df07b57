import type { SchemeDocument } from './schemeDocument.ts';
import { listAspects, sumAspectHundredths } from './schemeDocument.ts';

/** A section of the standard with what the aspects give it. */
export interface SectionSummary {
  number: number;
  name: string;
  declaredHundredths: number;
  aspectHundredths: number;
}

/** Counts of a scheme: the preview of an import and the head of its page. Marks are integer hundredths. */
export interface SchemeSummary {
  title: string;
  sections: SectionSummary[];
  criteria: number;
  subCriteria: number;
  aspects: number;
  measurement: number;
  judgement: number;
  totalHundredths: number;
  /** Marking days, each once, in order. */
  days: number[];
}

/** Counts a scheme. Letters that are listed without a name and without aspects are no criteria. */
export function summarizeScheme(document: SchemeDocument): SchemeSummary {
  const subCriteria = document.criteria.flatMap((criterion) => criterion.subCriteria);
  const aspects = document.criteria.flatMap(listAspects);
  const judgement = aspects.filter((aspect) => aspect.kind === 'judgement').length;
  const days = new Set(subCriteria.flatMap(({ markingDay }) => (markingDay === null ? [] : [markingDay])));
  return {
    title: document.title,
    sections: document.sections.map((section) => ({
      ...section,
      aspectHundredths: sumAspectHundredths(
        aspects.filter((aspect) => aspect.sectionNumber === section.number),
      ),
    })),
    criteria: document.criteria.filter(({ name, subCriteria: forms }) => name !== '' || forms.length > 0)
      .length,
    subCriteria: subCriteria.length,
    aspects: aspects.length,
    measurement: aspects.length - judgement,
    judgement,
    totalHundredths: sumAspectHundredths(aspects),
    days: [...days].sort((a, b) => a - b),
  };
}
