import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';

type Rule = ScenarioConfig['rules'][number];

/** Kinds of rules in the order in which they are offered. */
export const ruleKinds = [
  'must',
  'must_not',
  'together',
  'apart',
  'quota',
  'floor',
  'fill',
  'conflict',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** A rule that is being put together. */
export interface RuleDraft {
  kind: RuleKind;
  one: string | null;
  other: string | null;
  competencyId: string | null;
  otherCompetencyId: string | null;
  seat: 'main' | 'reserve' | 'any';
  scope: 'competency' | 'delegation';
  attribute: 'group' | 'course';
  value: string;
  min: number | null;
  max: number | null;
}

/** A rule of which nothing is known but its kind. */
export const emptyDraft: RuleDraft = {
  kind: 'must',
  one: null,
  other: null,
  competencyId: null,
  otherCompetencyId: null,
  seat: 'main',
  scope: 'competency',
  attribute: 'group',
  value: '',
  min: null,
  max: null,
};

const toPair = (one: string | null, other: string | null): [string, string] | null =>
  one === null || other === null || one === other ? null : [one, other];

/** Both students of a rule about two of them. */
function toPairRule({ one, other, scope }: RuleDraft, kind: 'together' | 'apart', id: string): Rule | null {
  const studentIds = toPair(one, other);
  return studentIds && { kind, id, studentIds, scope };
}

function toQuota({ attribute, value, min, max }: RuleDraft, id: string): Rule | null {
  if (value.trim() === '' || (min === null && max === null)) return null;
  return { kind: 'quota', id, attribute, value: value.trim(), min, max };
}

/** The rule that the fields describe; null while something is missing. */
export function toRule(draft: RuleDraft): Rule | null {
  const id = crypto.randomUUID();
  const { kind, one, competencyId, seat } = draft;
  switch (kind) {
    case 'must':
    case 'must_not':
      return one === null ? null : { kind, id, studentId: one, competencyId, seat };
    case 'together':
    case 'apart':
      return toPairRule(draft, kind, id);
    case 'quota':
      return toQuota(draft, id);
    case 'floor':
      return draft.min === null ? null : { kind, id, competencyId, minValue: Math.round(draft.min * 100) };
    case 'fill':
      return { kind, id, competencyId };
    case 'conflict': {
      const competencyIds = toPair(competencyId, draft.otherCompetencyId);
      return competencyIds && { kind, id, competencyIds };
    }
  }
}
