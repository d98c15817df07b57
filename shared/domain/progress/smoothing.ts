/** An observation in time: day number (days since 1970-01-01) and value. */
export interface Observation {
  day: number;
  value: number;
  /** How many observations it stands for; 1 when left out. */
  weight?: number;
}

/** Sums of a weighted straight-line fit, around the day that is asked for. */
function weightedSums(observations: readonly Observation[], day: number, bandwidth: number) {
  const sums = { w: 0, x: 0, y: 0, xx: 0, xy: 0 };
  for (const { day: at, value, weight = 1 } of observations) {
    const x = at - day;
    const w = weight * Math.exp(-0.5 * (x / bandwidth) ** 2);
    sums.w += w;
    sums.x += w * x;
    sums.y += w * value;
    sums.xx += w * x * x;
    sums.xy += w * x * value;
  }
  return sums;
}

/**
 * Local linear regression with a Gaussian kernel (Fan & Gijbels 1996, ch. 2): the value of a line fitted around the
 * day, where near observations count more. Unlike a moving average it does not lag at the ends.
 * @param bandwidth standard deviation of the kernel, in days
 * @returns NaN without observations
 */
export function smoothAt(observations: readonly Observation[], day: number, bandwidth: number): number {
  const { w, x, y, xx, xy } = weightedSums(observations, day, bandwidth);
  if (w < 1e-12) return nearestValue(observations, day);
  const determinant = w * xx - x * x;
  // Nearly all weight on one day: a slope cannot be told, the mean is what is known.
  if (determinant < 1e-6 * w * w) return y / w;
  return (xx * y - x * xy) / determinant;
}

/** Far from every observation the kernel underflows; what was seen nearest is the best that can be said. */
function nearestValue(observations: readonly Observation[], day: number): number {
  let best = Number.NaN;
  let distance = Number.POSITIVE_INFINITY;
  for (const observation of observations) {
    if (Math.abs(observation.day - day) >= distance) continue;
    distance = Math.abs(observation.day - day);
    best = observation.value;
  }
  return best;
}

const MOST_LINE_POINTS = 60;
const LEAST_BANDWIDTH_DAYS = 7;

/** Kernel width that follows the length of the record: a sixth of it, at least a week. */
export function chooseBandwidth(observations: readonly Observation[]): number {
  const days = observations.map((observation) => observation.day);
  return Math.max(LEAST_BANDWIDTH_DAYS, (Math.max(...days) - Math.min(...days)) / 6);
}

const clamp = (percent: number): number => Math.min(100, Math.max(0, percent));

/** Whether a line can be drawn: three observations or more, on more than one day. */
function isEnough(observations: readonly Observation[]): boolean {
  const count = observations.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return count >= 3 && new Set(observations.map((observation) => observation.day)).size > 1;
}

/** Value on a day of the line through percentages, kept within 0…100; NaN without observations. */
export function smoothPercentAt(observations: readonly Observation[], day: number): number {
  return clamp(smoothAt(observations, day, chooseBandwidth(observations)));
}

/** Where the smoothed line ends, 0…100; null where {@link smoothLine} has no line. */
export function smoothEnd(observations: readonly Observation[]): number | null {
  if (!isEnough(observations)) return null;
  return smoothPercentAt(observations, Math.max(...observations.map((observation) => observation.day)));
}

/**
 * The smoothed line through percentages, at most 60 points from the first day to the last, kept within 0…100.
 * @returns an empty list for fewer than three observations or a single day: a line would promise what is not known
 */
export function smoothLine(observations: readonly Observation[]): Observation[] {
  if (!isEnough(observations)) return [];
  const days = observations.map((observation) => observation.day);
  const first = Math.min(...days);
  const last = Math.max(...days);
  const bandwidth = chooseBandwidth(observations);
  const steps = Math.min(MOST_LINE_POINTS - 1, last - first);
  return Array.from({ length: steps + 1 }, (_, index) => {
    const day = Math.round(first + ((last - first) * index) / steps);
    return { day, value: clamp(smoothAt(observations, day, bandwidth)) };
  });
}
