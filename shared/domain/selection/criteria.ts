/** The criteria that the program knows; own ones have the keys `own:1` … `own:9`. */
export const criterionKeys = [
  'level',
  'forecast',
  'last_mock',
  'speed',
  'section_floor',
  'adherence',
  'attendance',
  'composure',
  'teamwork',
] as const;

export type KnownCriterion = (typeof criterionKeys)[number];

/** Criteria that rest on the same marks: their uncertainties move together. */
const FROM_MARKS: ReadonlySet<string> = new Set(['level', 'forecast', 'last_mock', 'section_floor']);

/** Criteria that an expert enters, 0…100. */
export const assessedCriteria = ['composure', 'teamwork'] as const;

/** How a figure becomes a number from 0 to 100 that can be added to others. */
export type Normalisation =
  /** `from` and less is 0, `to` and more is 100, straight between: comparable across competencies. */
  | { kind: 'fixed'; from: number; to: number }
  /** The least of the competency's candidates is 0, the greatest 100: sharpens small differences. */
  | { kind: 'within_competency' };

export interface CriterionSetting {
  key: string;
  /** Name of an own criterion; empty for known ones, whose name is in the catalogues. */
  name: string;
  /** Share in the value relative to the other weights; 0 leaves the criterion out. */
  weight: number;
  normalisation: Normalisation;
}

/** A figure of one candidate for one criterion. */
export interface Figure {
  /** Null: there is nothing to go by. */
  value: number | null;
  /** Standard deviation in the unit of the value; null when it is not known. */
  deviation: number | null;
  /** How many observations the figure rests on. */
  count: number;
}

/** What to do with a criterion for which a candidate has no figure. */
export type MissingRule = 'leave_out' | 'zero';

export interface ValuePart {
  key: string;
  raw: number | null;
  /** 0…100 after normalisation; null without a figure. */
  normalised: number | null;
  /** The criterion's weight in this candidate's value, 0…1. */
  share: number;
  /** Points of the value that come from this criterion. */
  points: number;
}

export interface CandidateValue {
  /** 0…100 */
  value: number;
  deviation: number;
  parts: ValuePart[];
}

/** The range that a normalisation maps to 0…100 for one competency. */
export interface NormalRange {
  from: number;
  to: number;
}

const PERCENT: Normalisation = { kind: 'fixed', from: 0, to: 100 };

const setting = (key: KnownCriterion, weight: number): CriterionSetting => ({
  key,
  name: '',
  weight,
  normalisation: PERCENT,
});

const preset = (weights: Partial<Record<KnownCriterion, number>>): CriterionSetting[] =>
  criterionKeys.map((key) => setting(key, weights[key] ?? 0));

export const presetNames = ['balanced', 'marks', 'championship_day', 'steady', 'team'] as const;
export type PresetName = (typeof presetNames)[number];

const PRESETS: Record<PresetName, Partial<Record<KnownCriterion, number>>> = {
  balanced: { level: 40, forecast: 20, last_mock: 15, section_floor: 10, attendance: 10, composure: 5 },
  marks: { level: 100 },
  championship_day: { forecast: 45, last_mock: 30, speed: 10, composure: 15 },
  steady: { level: 40, section_floor: 25, adherence: 15, attendance: 20 },
  team: { level: 40, forecast: 15, attendance: 15, teamwork: 20, composure: 10 },
};

/** Weights to begin with. */
export function criteriaOf(name: PresetName): CriterionSetting[] {
  return preset(PRESETS[name]);
}

/** The range that maps to 0…100, from the figures of the competency's candidates. */
export function rangeOf(normalisation: Normalisation, figures: readonly Figure[]): NormalRange {
  if (normalisation.kind === 'fixed') return { from: normalisation.from, to: normalisation.to };
  const known = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  return { from: Math.min(...known, Infinity), to: Math.max(...known, -Infinity) };
}

/** Maps a figure to 0…100; a range of no width maps everything to 100. */
export function normalise(value: number, range: NormalRange): number {
  if (range.to === range.from) return value >= range.to ? 100 : 0;
  const share = (value - range.from) / (range.to - range.from);
  return 100 * Math.min(1, Math.max(0, share));
}

interface Scored {
  key: string;
  weight: number;
  raw: number | null;
  normalised: number | null;
  deviation: number;
}

function score(criterion: CriterionSetting, figure: Figure | undefined, range: NormalRange): Scored {
  const raw = figure?.value ?? null;
  const width = Math.abs(range.to - range.from);
  const scale = Number.isFinite(width) && width > 0 ? 100 / width : 0;
  return {
    key: criterion.key,
    weight: criterion.weight,
    raw,
    normalised: raw === null ? null : normalise(raw, range),
    deviation: (figure?.deviation ?? 0) * scale,
  };
}

/**
 * The value of a candidate: the weighted mean of the normalised figures, with the part of each criterion.
 * The deviation adds up those of figures that rest on the same marks (they err together) and takes the others as
 * independent; it is a cautious one.
 * @param ranges by key of the criterion, see {@link rangeOf}
 */
export function valueCandidate(
  criteria: readonly CriterionSetting[],
  figures: Readonly<Record<string, Figure>>,
  ranges: Readonly<Record<string, NormalRange>>,
  missing: MissingRule,
): CandidateValue {
  const scored = criteria
    .filter(({ weight }) => weight > 0)
    .map((criterion) => score(criterion, figures[criterion.key], ranges[criterion.key] ?? PERCENT_RANGE));
  const counted = scored.filter(({ normalised }) => normalised !== null || missing === 'zero');
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const parts = scored.map(({ key, weight, raw, normalised }): ValuePart => {
    const share = total > 0 && (normalised !== null || missing === 'zero') ? weight / total : 0;
    return { key, raw, normalised, share, points: share * (normalised ?? 0) };
  });
  let common = 0;
  let independent = 0;
  for (const { key, weight, deviation } of counted) {
    const own = (weight / (total || 1)) * deviation;
    if (FROM_MARKS.has(key)) common += own;
    else independent += own * own;
  }
  return {
    value: parts.reduce((sum, { points }) => sum + points, 0),
    deviation: Math.hypot(common, Math.sqrt(independent)),
    parts,
  };
}

const PERCENT_RANGE: NormalRange = { from: 0, to: 100 };

/** A candidate's figures by key of the criterion. */
export type Figures = Readonly<Record<string, Figure>>;

/** Values of all candidates of one competency, in their order, and the ranges that were used. */
export function valueSquad(
  criteria: readonly CriterionSetting[],
  squad: readonly Figures[],
  missing: MissingRule,
): { values: CandidateValue[]; ranges: Record<string, NormalRange> } {
  const none: Figure = { value: null, deviation: null, count: 0 };
  const ranges = Object.fromEntries(
    criteria.map(({ key, normalisation }) => [
      key,
      rangeOf(
        normalisation,
        squad.map((figures) => figures[key] ?? none),
      ),
    ]),
  );
  return { values: squad.map((figures) => valueCandidate(criteria, figures, ranges, missing)), ranges };
}
