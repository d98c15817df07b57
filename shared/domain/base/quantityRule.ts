/** What an item of an infrastructure list is. */
export const itemCategories = [
  'tools',
  'equipment',
  'furniture',
  'consumables',
  'software',
  'safety',
] as const;
export type ItemCategory = (typeof itemCategories)[number];

/** What the quantity of an item is counted by. */
export const quantityRules = [
  'per_competitor',
  'per_expert',
  'per_competency',
  'per_n_competitors',
  'per_n_experts',
] as const;
export type QuantityRule = (typeof quantityRules)[number];

/** How much of an item is needed, and for whom. */
export interface Requirement {
  /** In hundredths of the unit; null: nobody has said it yet. */
  quantityHundredths: number | null;
  rule: QuantityRule;
  /** N of the rules "per N"; null for the others. */
  groupSize: number | null;
}

/** Who is there. */
export interface Headcount {
  competitors: number;
  experts: number;
}

const groupsOf = (people: number, size: number | null): number => Math.ceil(people / Math.max(1, size ?? 1));

const multipliers: Readonly<Record<QuantityRule, (people: Headcount, size: number | null) => number>> = {
  per_competitor: ({ competitors }) => competitors,
  per_expert: ({ experts }) => experts,
  per_competency: () => 1,
  per_n_competitors: ({ competitors }, size) => groupsOf(competitors, size),
  per_n_experts: ({ experts }, size) => groupsOf(experts, size),
};

/**
 * How much of an item so many people need: the quantity times the people of its rule; a begun group of N counts whole.
 * @returns hundredths of the unit; null when the list does not say a quantity
 */
export function neededHundredths(requirement: Requirement, people: Headcount): number | null {
  const { quantityHundredths, rule, groupSize } = requirement;
  return quantityHundredths === null ? null : quantityHundredths * multipliers[rule](people, groupSize);
}
