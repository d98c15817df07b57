import type { NextAction, SectionCost } from '#shared/contract/insight.ts';

/** What the choice of the next action looks at. */
export interface Situation {
  attemptCount: number;
  /** Days since the last practice; null when there was none. */
  idleDays: number | null;
  load: { chronic: number; acute: number } | null;
  sections: readonly SectionCost[];
  /** Where most marks of a section are. */
  moduleOf: (section: number) => { code: string; name: string } | null;
  /** Days since the whole scheme was last done in one go; null: never. */
  daysSinceWhole: number | null;
}

/** More than two weeks without practice, and skill fades. */
const LONG_IDLE_DAYS = 14;
/** Load of the week against that of six weeks: above this, injuries and slips grow (Gabbett 2016: 1.5). */
const OVERLOAD = 1.5;
/** Minutes a day: below, the ratio says nothing. */
const LEAST_CHRONIC = 20;
/** A section that costs less than one mark of a hundred is no lever. */
const LEAST_COST = 100;
/** Championships are done in one go; longer without it and pace is unknown. */
const LONG_WITHOUT_WHOLE = 56;

/**
 * The one thing to do next: first what blocks learning (no practice, fatigue), then where most marks lie, then the whole
 * project in one go.
 */
export function chooseNextAction(situation: Situation): NextAction {
  const { attemptCount, idleDays, load, sections, moduleOf, daysSinceWhole } = situation;
  if (attemptCount === 0) return { code: 'start' };
  if (idleDays !== null && idleDays > LONG_IDLE_DAYS) return { code: 'return', idleDays };
  if (load && load.chronic >= LEAST_CHRONIC && load.acute > OVERLOAD * load.chronic) {
    return { code: 'rest', acute: load.acute, chronic: load.chronic };
  }
  const costly = sections.reduce<SectionCost | null>(
    (worst, section) => (section.costHundredths > (worst?.costHundredths ?? 0) ? section : worst),
    null,
  );
  if (costly && costly.percent !== null && costly.costHundredths >= LEAST_COST) {
    return {
      code: 'section',
      number: costly.number,
      name: costly.name,
      costHundredths: costly.costHundredths,
      percent: costly.percent,
      module: moduleOf(costly.number),
      runs: 2,
    };
  }
  if (daysSinceWhole === null || daysSinceWhole > LONG_WITHOUT_WHOLE)
    return { code: 'whole', daysSinceWhole };
  return { code: 'keep' };
}
