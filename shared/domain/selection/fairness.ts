/** What people are told apart by in the report; none of it is ever part of a value. */
export const fairnessAttributes = ['group', 'course', 'sex'] as const;
export type FairnessAttribute = (typeof fairnessAttributes)[number];

/** One line of the report on who was chosen. */
export interface FairnessLine {
  attribute: FairnessAttribute;
  /** Name of the group, number of the course or sex; empty: not noted. */
  value: string;
  candidates: number;
  eligible: number;
  chosen: number;
  /** So many would be chosen if all eligible had the same chance. */
  expected: number;
  /** How likely it is to be so far off, or farther, by chance alone; 0…1. */
  chance: number;
}

/** A student as the report sees one. */
export interface FairnessPerson {
  group: string;
  course: number | null;
  sex: 'female' | 'male' | null;
  isEligible: boolean;
  isChosen: boolean;
}

/** Below this chance a line is worth a look: one in twenty. */
export const REMARKABLE = 0.05;

function logFactorials(most: number): number[] {
  const logs = [0];
  for (let number = 1; number <= most; number += 1) logs.push((logs[number - 1] ?? 0) + Math.log(number));
  return logs;
}

/**
 * Two-sided chance of the count in a draw without order and without return (Fisher's exact test: all outcomes that are
 * no likelier than the one that came about).
 * @param draw `size` people of whom `marked` are marked; `drawn` are drawn, `found` of them are marked
 */
export function chanceOf(draw: { size: number; marked: number; drawn: number; found: number }): number {
  const { size, marked, drawn, found } = draw;
  const log = logFactorials(size);
  const choose = (n: number, k: number): number => (log[n] ?? 0) - (log[k] ?? 0) - (log[n - k] ?? 0);
  const least = Math.max(0, drawn + marked - size);
  const most = Math.min(drawn, marked);
  const share = (count: number): number =>
    Math.exp(choose(marked, count) + choose(size - marked, drawn - count) - choose(size, drawn));
  const own = share(found) * (1 + 1e-9);
  let sum = 0;
  for (let count = least; count <= most; count += 1) if (share(count) <= own) sum += share(count);
  return Math.min(1, sum);
}

function nameOf(person: FairnessPerson, attribute: FairnessAttribute): string {
  if (attribute === 'group') return person.group;
  if (attribute === 'sex') return person.sex ?? '';
  return person.course === null ? '' : String(person.course);
}

function countBy(people: readonly FairnessPerson[], attribute: FairnessAttribute): FairnessLine[] {
  const eligibleOf = (list: readonly FairnessPerson[]): FairnessPerson[] =>
    list.filter(({ isEligible }) => isEligible);
  const size = eligibleOf(people).length;
  const drawn = eligibleOf(people).filter(({ isChosen }) => isChosen).length;
  return [...Map.groupBy(people, (person) => nameOf(person, attribute))].map(([value, members]) => {
    const eligible = eligibleOf(members);
    const chosen = eligible.filter(({ isChosen }) => isChosen).length;
    return {
      attribute,
      value,
      candidates: members.length,
      eligible: eligible.length,
      chosen,
      expected: size === 0 ? 0 : (drawn * eligible.length) / size,
      chance: chanceOf({ size, marked: eligible.length, drawn, found: chosen }),
    };
  });
}

/** Chosen against eligible, by group, course and sex; each student counts once. */
export function reportFairness(people: readonly FairnessPerson[]): FairnessLine[] {
  const byValue = (a: FairnessLine, b: FairnessLine): number => (a.value < b.value ? -1 : 1);
  return fairnessAttributes.flatMap((attribute) => countBy(people, attribute).sort(byValue));
}
