/**
 * At most `most` of the points, in their order: time is cut into buckets and each keeps its lowest and its highest, so
 * that no extreme is lost; first and last always stay.
 * @param points in order of time
 * @param most at least four, so that there is a bucket
 */
export function reducePoints<T>(points: readonly T[], most: number, valueOf: (point: T) => number): T[] {
  if (points.length <= most) return [...points];
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const inner = points.slice(1, -1);
  const buckets = Math.floor((most - 2) / 2);
  const kept: T[] = [first];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * inner.length) / buckets);
    const to = Math.floor(((bucket + 1) * inner.length) / buckets);
    kept.push(...extremes(inner.slice(from, to), valueOf));
  }
  kept.push(last);
  return kept;
}

/** The lowest and the highest point of a bucket, in their order. */
function extremes<T>(bucket: readonly T[], valueOf: (point: T) => number): T[] {
  let low = 0;
  let high = 0;
  const values = bucket.map(valueOf);
  for (const [index, value] of values.entries()) {
    if (value < (values[low] ?? value)) low = index;
    if (value > (values[high] ?? value)) high = index;
  }
  return bucket.filter((_, index) => index === low || index === high);
}
