/** Who may be chosen: each rule answers for each candidate, and an exception needs a reason on record. */
export type EligibilityRule =
  | { kind: 'age' }
  | { kind: 'consent' }
  | { kind: 'status' }
  | { kind: 'min_attempts'; count: number; days: number }
  | { kind: 'min_percent'; percent: number }
  | { kind: 'mock_required'; count: number }
  /** Who is in the squads of both may be chosen in neither until it is decided which. */
  | { kind: 'conflict'; competencyIds: [string, string] }
  /** A rule of the college in its own words; those who do not meet it are named by hand. */
  | { kind: 'own'; id: string; text: string; failingStudentIds: string[] };

/** What the rules look at. */
export interface EligibilityFacts {
  studentId: string;
  competencyId: string;
  /** `YYYY-MM-DD`; null when nobody noted it. */
  birthDate: string | null;
  consent: string;
  /** Of the student at the college. */
  studentStatus: string;
  /** In the squad. */
  candidateStatus: string;
  /** Days (`YYYY-MM-DD`) of the attempts that have marks. */
  attemptDays: readonly string[];
  /** Level in percent; null without attempts. */
  levelPercent: number | null;
  mockCount: number;
  /** Competencies in whose squads the student is. */
  squadIds: readonly string[];
}

/** The championship as far as the rules need it. */
export interface EligibilityFrame {
  /** Year of the championship. */
  year: number;
  /** Day of the decision, `YYYY-MM-DD`; attempts are counted back from it. */
  day: string;
  /** Limit of this competency at the championship; null: none. */
  maxAge: number | null;
}

export type CheckState = 'pass' | 'fail' | 'unknown';

export interface EligibilityCheck {
  /** Stable name of the rule, what an override refers to. */
  rule: string;
  kind: EligibilityRule['kind'];
  state: CheckState;
  /** What was found, for the sentence: age, count, percent. */
  found: number | null;
  /** What is asked for. */
  limit: number | null;
  /** Days in which it was counted; null where that does not matter. */
  days: number | null;
  /** Words of an own rule. */
  text: string;
}

/** Recorded exception. Competency null: for all. */
export interface EligibilityOverride {
  studentId: string;
  competencyId: string | null;
  rule: string;
}

/** Stable name of a rule. */
export function ruleName(rule: EligibilityRule): string {
  if (rule.kind === 'own') return `own:${rule.id}`;
  if (rule.kind === 'conflict') return `conflict:${[...rule.competencyIds].sort().join(':')}`;
  return rule.kind;
}

interface Finding {
  state: CheckState;
  found: number | null;
  limit: number | null;
}

const verdict = (isMet: boolean, found: number | null = null, limit: number | null = null): Finding => ({
  state: isMet ? 'pass' : 'fail',
  found,
  limit,
});

function checkAge(facts: EligibilityFacts, frame: EligibilityFrame): Finding {
  if (frame.maxAge === null) return verdict(true);
  if (facts.birthDate === null) return { state: 'unknown', found: null, limit: frame.maxAge };
  const age = frame.year - Number(facts.birthDate.slice(0, 4));
  return verdict(age <= frame.maxAge, age, frame.maxAge);
}

const MS_A_DAY = 86_400_000;

function checkAttempts(
  facts: EligibilityFacts,
  frame: EligibilityFrame,
  count: number,
  days: number,
): Finding {
  const since = Date.parse(frame.day) - days * MS_A_DAY;
  const until = Date.parse(frame.day);
  const found = facts.attemptDays.filter((day) => {
    const at = Date.parse(day);
    return at >= since && at <= until;
  }).length;
  return verdict(found >= count, found, count);
}

function checkPercent(facts: EligibilityFacts, percent: number): Finding {
  if (facts.levelPercent === null) return { state: 'unknown', found: null, limit: percent };
  return verdict(facts.levelPercent >= percent, facts.levelPercent, percent);
}

function checkConflict(facts: EligibilityFacts, pair: readonly [string, string]): Finding {
  const isConcerned = pair.includes(facts.competencyId);
  return verdict(!isConcerned || !pair.every((id) => facts.squadIds.includes(id)));
}

function find(rule: EligibilityRule, facts: EligibilityFacts, frame: EligibilityFrame): Finding {
  switch (rule.kind) {
    case 'age':
      return checkAge(facts, frame);
    case 'consent':
      return verdict(facts.consent === 'given');
    case 'status':
      return verdict(
        facts.studentStatus === 'active' &&
          (facts.candidateStatus === 'training' || facts.candidateStatus === 'reserve'),
      );
    case 'min_attempts':
      return checkAttempts(facts, frame, rule.count, rule.days);
    case 'min_percent':
      return checkPercent(facts, rule.percent);
    case 'mock_required':
      return verdict(facts.mockCount >= rule.count, facts.mockCount, rule.count);
    case 'conflict':
      return checkConflict(facts, rule.competencyIds);
    case 'own':
      return verdict(!rule.failingStudentIds.includes(facts.studentId));
  }
}

/** Answers of all rules for one candidate. */
export function checkEligibility(
  rules: readonly EligibilityRule[],
  facts: EligibilityFacts,
  frame: EligibilityFrame,
): EligibilityCheck[] {
  return rules.map((rule) => ({
    rule: ruleName(rule),
    kind: rule.kind,
    text: rule.kind === 'own' ? rule.text : '',
    days: rule.kind === 'min_attempts' ? rule.days : null,
    ...find(rule, facts, frame),
  }));
}

/** Whether the candidate may be chosen: every rule holds or has an exception on record. */
export function isEligible(
  checks: readonly EligibilityCheck[],
  who: { studentId: string; competencyId: string },
  overrides: readonly EligibilityOverride[],
): boolean {
  return checks.every(
    (check) =>
      check.state === 'pass' ||
      overrides.some(
        (override) =>
          override.rule === check.rule &&
          override.studentId === who.studentId &&
          (override.competencyId === null || override.competencyId === who.competencyId),
      ),
  );
}
