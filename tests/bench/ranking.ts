import { pathToFileURL } from 'node:url';
import { createRandom } from '#shared/domain/sample/random.ts';
import { defaultMedalRules } from '#shared/domain/assessment/medals.ts';
import { rankResults, type ResultEntry } from '#shared/domain/assessment/results.ts';
import { tellMedals } from '#shared/domain/assessment/medalStory.ts';
import { quantile, time, type Figure } from './figure.ts';

/** As many as a large regional championship would have in every one of its competencies. */
const COMPETITORS = 300;
const COMPETENCIES = 50;

function makeEntries(competitors: number): ResultEntry[][] {
  const random = createRandom('ranking');
  return Array.from({ length: COMPETENCIES }, (_, competency) =>
    Array.from({ length: competitors }, (_, index): ResultEntry => ({
      id: `${competency}/${index}`,
      totalHundredths: random.integer(2000, 9900),
      state: random.chance(0.02) ? 'withdrawn' : 'locked',
    })),
  );
}

async function measure(competitors: number): Promise<number> {
  const entries = makeEntries(competitors);
  const samples = await time(9, () => {
    for (const own of entries) {
      const places = rankResults(own, defaultMedalRules);
      tellMedals(places.map((place) => ({ ...place, isRanked: place.place !== null })));
    }
    return Promise.resolve();
  });
  return quantile(samples, 0.5);
}

/** Places, estimates, medals and their reasons for 300 competitors in each of 50 competencies; and for ten times as many. */
export async function measureRanking(): Promise<Figure[]> {
  const once = await measure(COMPETITORS);
  const tenfold = await measure(10 * COMPETITORS);
  return [
    { name: 'ranking.ms', value: once, unit: 'ms' },
    { name: 'ranking.tenfold.ms', value: tenfold, unit: 'ms' },
    { name: 'ranking.growth', value: tenfold / once, unit: 'ratio' },
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, unit } of await measureRanking())
    console.log(`${name} ${value.toFixed(2)} ${unit}`);
}
