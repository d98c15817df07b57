import type { OwnCompetencyInput } from '#shared/contract/competencies.ts';
import type { Competency } from './competencies.queries.ts';

/** A section while it is typed: its weight is text until it is stored. */
export interface SectionDraft {
  /** Of the stored section; a new one has none. */
  id: string | null;
  /** Only for React: told apart while rows come and go. */
  key: string;
  number: number;
  name: { kk: string; ru: string; en: string };
  weightHundredths: number | null;
}

/** The form of an own competency. */
export interface OwnCompetencyDraft {
  number: string;
  name: { kk: string; ru: string; en: string };
  teamSize: number;
  maxAge: number | null;
  sections: SectionDraft[];
}

/** What the form starts with. */
export function draftOf(competency: Competency | null): OwnCompetencyDraft {
  if (competency === null) {
    return { number: '', name: { kk: '', ru: '', en: '' }, teamSize: 1, maxAge: null, sections: [] };
  }
  const { number, name, teamSize, maxAge } = competency;
  return {
    number,
    name,
    teamSize,
    maxAge,
    sections: competency.sections.map((section) => ({ ...section, key: section.id })),
  };
}

/** An empty section with the next number. */
export function nextSection(sections: readonly SectionDraft[]): SectionDraft {
  const number = Math.max(0, ...sections.map((section) => section.number)) + 1;
  return {
    id: null,
    key: crypto.randomUUID(),
    number,
    name: { kk: '', ru: '', en: '' },
    weightHundredths: null,
  };
}

/** Sum of the weights in hundredths. */
export function sumOfWeights(sections: readonly SectionDraft[]): number {
  return sections.reduce((sum, section) => sum + (section.weightHundredths ?? 0), 0);
}

/** What is sent to main. */
export function inputOf(draft: OwnCompetencyDraft): OwnCompetencyInput {
  return {
    ...draft,
    sections: draft.sections.map(({ id, number, name, weightHundredths }) => ({
      ...(id === null ? {} : { id }),
      number,
      name,
      weightHundredths: weightHundredths ?? 0,
    })),
  };
}
