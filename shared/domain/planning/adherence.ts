/** How well what was done follows what was planned. */
export type AdherenceBand = 'as_planned' | 'off' | 'far' | 'missing' | 'unplanned';

/** Done against planned. */
export interface Adherence {
  plannedMinutes: number;
  doneMinutes: number;
  /** Difference in percent of the plan, signed; null when nothing was planned. */
  differencePercent: number | null;
  band: AdherenceBand;
}

/**
 * Bands: within ±20 % as planned; 50–79 % or 121–150 % off; beyond that far; nothing done is missing, nothing planned
 * unplanned. Bounds belong to the better band.
 */
export function compareWithPlan(plannedMinutes: number, doneMinutes: number): Adherence {
  if (plannedMinutes <= 0) {
    const band = doneMinutes > 0 ? 'unplanned' : 'as_planned';
    return { plannedMinutes: 0, doneMinutes, differencePercent: null, band };
  }
  const percent = (100 * doneMinutes) / plannedMinutes;
  return { plannedMinutes, doneMinutes, differencePercent: percent - 100, band: bandOf(percent) };
}

function bandOf(percent: number): AdherenceBand {
  if (percent === 0) return 'missing';
  if (percent >= 80 && percent <= 120) return 'as_planned';
  return percent >= 50 && percent <= 150 ? 'off' : 'far';
}
