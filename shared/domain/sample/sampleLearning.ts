import { judgementMark } from '#shared/domain/assessment/judgement.ts';
import { getCalculation } from '#shared/domain/schemes/schemeDocument.ts';
import type { JudgementScore, SchemeAspect, SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import type { Random } from './random.ts';

/** How one candidate learns; shares are of the maximum, 0…1. */
export interface Learner {
  /** `unclear`: practice shows in no direction. */
  kind: 'growing' | 'unclear';
  /** A: what practice leads to. */
  finalShare: number;
  /** B: where it began. */
  firstShare: number;
  /** α: for each session practised. */
  rate: number;
  /** How much one day differs from another, in logits. */
  dayDeviation: number;
  /** Strength by the number of the standard's section, in logits. */
  sectionStrengths: ReadonlyMap<number, number>;
}

/** What an aspect is like, apart from who is marked. */
export interface AspectTrait {
  aspect: SchemeAspect;
  criterionIndex: number;
  subCriterionIndex: number;
  aspectIndex: number;
  /** In logits: 0 is neither hard nor easy. */
  difficulty: number;
  /** Parts that can be done one by one; null: all or nothing. */
  possible: number | null;
}

/** A mark of the sample college; a null mark says that the aspect was not attempted. */
export interface SampleMark {
  criterionIndex: number;
  subCriterionIndex: number;
  aspectIndex: number;
  markHundredths: number | null;
  /** Only of a judgement. */
  score: JudgementScore | null;
}

/** Who is marked, and by whom, on one day. */
export interface MarkingDay {
  learner: Learner;
  /** Sessions practised before. */
  practised: number;
  /** Form of the day, in logits. */
  form: number;
  /** How much stricter than others the judge is, in logits. */
  severity: number;
}

const UNCLEAR_SHARE = 0.18;

/**
 * How sharply an aspect parts those who can from those who cannot (the two-parameter model of Birnbaum 1968). With
 * difficulties that deviate by 1.25 it makes the mean over many aspects what the learning curve says, and attempts
 * of a dozen aspects less of a lottery.
 */
const DISCRIMINATION = 1.5;

/** Where the scores 1, 2 and 3 begin, in logits of ability over difficulty. */
const scoreThresholds = [-1.8, 0.2, 2.1] as const;

/** A candidate's way of learning: most grow, and some show no clear trend. */
export function createLearner(random: Random, document: SchemeDocument): Learner {
  const kind = random.chance(UNCLEAR_SHARE) ? 'unclear' : 'growing';
  const firstShare = kind === 'unclear' ? between(random, 0.42, 0.66) : between(random, 0.25, 0.5);
  return {
    kind,
    firstShare,
    finalShare: kind === 'unclear' ? firstShare + between(random, -0.03, 0.03) : between(random, 0.72, 0.95),
    rate: between(random, 0.012, 0.05),
    dayDeviation: kind === 'unclear' ? 0.5 : 0.22,
    sectionStrengths: new Map(document.sections.map(({ number }) => [number, 0.4 * random.normal()])),
  };
}

/**
 * Share of the maximum that a learner is expected to get: Y = A − (A − B)·e^(−αN), with N the sessions practised.
 * Exponential learning of individuals: Heathcote, Brown and Mewhort 2000.
 */
export function getExpectedShare(learner: Learner, practised: number): number {
  const { finalShare, firstShare, rate } = learner;
  return finalShare - (finalShare - firstShare) * Math.exp(-rate * practised);
}

/** The aspects of a scheme in its order, each as difficult as chance has it. */
export function listAspectTraits(random: Random, document: SchemeDocument): AspectTrait[] {
  return document.criteria.flatMap((criterion, criterionIndex) =>
    criterion.subCriteria.flatMap((subCriterion, subCriterionIndex) => {
      const shared = 0.35 * random.normal();
      return subCriterion.aspects.map((aspect, aspectIndex) => ({
        aspect,
        criterionIndex,
        subCriterionIndex,
        aspectIndex,
        difficulty: shared + 1.2 * random.normal(),
        possible: getPossible(document, aspect),
      }));
    }),
  );
}

/** Marks of one attempt at the given aspects, in their order; who is slow leaves the last ones out. */
export function markAspects(random: Random, traits: readonly AspectTrait[], day: MarkingDay): SampleMark[] {
  const share = getExpectedShare(day.learner, day.practised);
  const ability = Math.log(share / (1 - share)) + day.form;
  const isSlow = random.chance(0.3 * (1 - share));
  const leftOut = isSlow ? random.integer(1, Math.max(1, Math.floor(traits.length / 8))) : 0;
  return traits.map((trait, index) => {
    const strength = day.learner.sectionStrengths.get(trait.aspect.sectionNumber ?? 0) ?? 0;
    const { criterionIndex, subCriterionIndex, aspectIndex } = trait;
    const outcome =
      index >= traits.length - leftOut
        ? { markHundredths: null, score: null }
        : markAspect(random, trait, DISCRIMINATION * (ability + strength - trait.difficulty), day.severity);
    return { criterionIndex, subCriterionIndex, aspectIndex, ...outcome };
  });
}

type Outcome = Pick<SampleMark, 'markHundredths' | 'score'>;

/** `advantage`: ability less difficulty, in logits. */
function markAspect(random: Random, trait: AspectTrait, advantage: number, severity: number): Outcome {
  const maximum = trait.aspect.maxHundredths;
  if (trait.aspect.kind === 'judgement') {
    const score = pickScore(random, advantage - severity);
    return { markHundredths: judgementMark([score], maximum), score };
  }
  const probability = 1 / (1 + Math.exp(-advantage));
  if (trait.possible === null) {
    return { markHundredths: random.chance(probability) ? maximum : 0, score: null };
  }
  let done = 0;
  for (let part = 0; part < trait.possible; part += 1) {
    done += random.chance(probability) ? 1 : 0;
  }
  return { markHundredths: roundHalfUp(maximum * done, trait.possible), score: null };
}

/** A score by how many thresholds are passed, with logistic noise (the graded response model of Samejima 1969). */
function pickScore(random: Random, advantage: number): JudgementScore {
  const uniform = random.next();
  const noisy = advantage + Math.log((uniform + 1e-12) / (1 - uniform));
  const [one, two, three] = scoreThresholds;
  if (noisy < one) {
    return 0;
  }
  if (noisy < two) {
    return 1;
  }
  return noisy < three ? 2 : 3;
}

function getPossible(document: SchemeDocument, aspect: SchemeAspect): number | null {
  const calculation = getCalculation(document, aspect);
  return calculation?.kind === 'number_completed' ? Number(calculation.possible) : null;
}

/** Quotient of whole numbers, rounded half up, without fractions. */
function roundHalfUp(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

function between(random: Random, lowest: number, highest: number): number {
  return lowest + (highest - lowest) * random.next();
}
