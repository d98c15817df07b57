/** A point of a line. */
export interface LinePoint {
  x: number;
  y: number;
}

/**
 * Reduces a line to `most` points that keep its shape: largest-triangle-three-buckets (Steinarsson 2013). The first and
 * the last point stay; of each bucket the point stays that makes the largest triangle with its neighbours.
 */
export function largestTriangle<T extends LinePoint>(points: readonly T[], most: number): T[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= most || most < 3 || first === undefined || last === undefined) return [...points];
  const size = (points.length - 2) / (most - 2);
  const edge = (bucket: number): number => Math.floor(bucket * size) + 1;
  const kept: T[] = [first];
  let anchor = first;
  for (let bucket = 0; bucket < most - 2; bucket += 1) {
    const own = points.slice(edge(bucket), edge(bucket + 1));
    const next = points.slice(edge(bucket + 1), Math.min(edge(bucket + 2), points.length));
    anchor = pickLargest(own, anchor, centreOf(next)) ?? anchor;
    kept.push(anchor);
  }
  kept.push(last);
  return kept;
}

function centreOf(points: readonly LinePoint[]): LinePoint {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function pickLargest<T extends LinePoint>(points: readonly T[], from: LinePoint, to: LinePoint): T | null {
  let best: T | null = null;
  let largest = -1;
  for (const point of points) {
    const area = Math.abs((from.x - to.x) * (point.y - from.y) - (from.x - point.x) * (to.y - from.y));
    if (area <= largest) continue;
    largest = area;
    best = point;
  }
  return best;
}
