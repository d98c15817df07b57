/** Training load of a day and what it adds up to. */
export interface LoadDay {
  /** Chronic load: what the student is used to (42 days). */
  chronic: number;
  /** Acute load: how tired the student is (7 days). */
  acute: number;
  /** Chronic minus acute load of the day before: positive when rested. */
  freshness: number;
}

const CHRONIC_DAYS = 42;
const ACUTE_DAYS = 7;

/**
 * Fitness and fatigue from daily loads (Banister's impulse–response model in the form of Coggan's performance manager):
 * CTL_t = CTL_(t−1) + (L − CTL_(t−1))·(1 − e^(−1/42)), ATL with 7.
 * @param loads one for each day, 0 for days without practice; minutes or any unit, the answer has the same
 */
export function trainingLoad(loads: readonly number[]): LoadDay[] {
  const gain = (days: number): number => 1 - Math.exp(-1 / days);
  let chronic = 0;
  let acute = 0;
  return loads.map((load) => {
    const freshness = chronic - acute;
    chronic += (load - chronic) * gain(CHRONIC_DAYS);
    acute += (load - acute) * gain(ACUTE_DAYS);
    return { chronic, acute, freshness };
  });
}
