/** A table of counts is no larger than this many cells beyond those for each number. */
const SPARE_CELLS = 20_000;
const CELLS_EACH = 8;

/** Counts how often each number occurs: time and memory grow with the list and the range, and with nothing else. */
function countedPlaces(values: readonly number[], least: number, range: number): Uint32Array {
  const starts = new Uint32Array(range + 1);
  for (const value of values) starts[value - least + 1] = (starts[value - least + 1] ?? 0) + 1;
  for (let cell = 1; cell <= range; cell += 1) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
  const places = new Uint32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const cell = (values[index] ?? 0) - least;
    const rank = starts[cell] ?? 0;
    places[rank] = index;
    starts[cell] = rank + 1;
  }
  return places;
}

/**
 * Places of some whole numbers from the least to the greatest; equal ones in the order they came in. Totals in
 * hundredths lie close together, so that they are counted rather than compared: a list ten times as long takes no more
 * than ten times as long.
 * @param values whole numbers
 * @returns indices into `values`
 */
export function placesByNumber(values: readonly number[]): Uint32Array {
  if (values.length === 0) return new Uint32Array();
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const range = greatest - least + 1;
  if (range <= SPARE_CELLS + CELLS_EACH * values.length) return countedPlaces(values, least, range);
  return Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}
