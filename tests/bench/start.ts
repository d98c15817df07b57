import { quantile, type Figure } from './figure.ts';
import { serve } from './served.ts';

/** From the start of the process to the line that says it is ready. */
export async function measureStart(dataFolder: string): Promise<Figure[]> {
  const samples: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const served = await serve(dataFolder);
    samples.push(served.readyMs);
    await served.stop();
  }
  return [{ name: 'serve.ready.ms', value: quantile(samples, 0.5), unit: 'ms' }];
}
