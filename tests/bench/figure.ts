/** One measured figure; printed as `name value unit`, one a line, so that a script can read it. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 'kB' | 'ratio' | 'count' | 'MB';
}

/** Value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs an action several times. @returns milliseconds of each run, the warm-up left out */
export async function time(
  runs: number,
  action: (run: number) => Promise<unknown>,
  warmUp = 3,
): Promise<number[]> {
  const samples: number[] = [];
  for (let run = 0; run < runs + warmUp; run += 1) {
    const start = performance.now();
    await action(run);
    if (run >= warmUp) samples.push(performance.now() - start);
  }
  return samples;
}
