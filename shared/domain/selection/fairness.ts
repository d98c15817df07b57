/** One line of the report on who was chosen. */
export interface FairnessLine {
  attribute: 'group' | 'course';
  /** Name of the group or number of the course; empty: not noted. */
  value: string;
  candidates: number;
  eligible: number;
  chosen: number;
}

/** A student as the report sees one. */
export interface FairnessPerson {
  group: string;
  course: number | null;
  isEligible: boolean;
  isChosen: boolean;
}

function countBy(people: readonly FairnessPerson[], attribute: FairnessLine['attribute']): FairnessLine[] {
  const nameOf = (person: FairnessPerson): string =>
    attribute === 'group' ? person.group : person.course === null ? '' : String(person.course);
  return [...Map.groupBy(people, nameOf)].map(([value, members]) => ({
    attribute,
    value,
    candidates: members.length,
    eligible: members.filter(({ isEligible }) => isEligible).length,
    chosen: members.filter(({ isChosen }) => isChosen).length,
  }));
}

/** Chosen against eligible, by group and by course; each student counts once. Sex is not on record, so it is not here. */
export function reportFairness(people: readonly FairnessPerson[]): FairnessLine[] {
  const byValue = (a: FairnessLine, b: FairnessLine): number => (a.value < b.value ? -1 : 1);
  return [...countBy(people, 'group').sort(byValue), ...countBy(people, 'course').sort(byValue)];
}
