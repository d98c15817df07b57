import type { TestApplication } from '../helpers/application.ts';
import { quantile, time, type Figure } from './figure.ts';

/** A screen that was opened again and again. */
export interface Screen {
  name: string;
  samples: number[];
}

/** Until what is prepared after a start is there: the first screens are measured with the dashboard. */
const PREPARED_AFTER_MS = 9000;
/** Nobody notices what is quicker than this; ratios of less would be ratios of noise. */
const UNNOTICED_MS = 5;

/** Opens what people look at every day in the busiest competency: student, squad, college, judges, goals, progress. */
export async function openScreens(app: TestApplication): Promise<Screen[]> {
  const { competencies } = await app.call('progress.overview', {});
  const [busiest] = competencies.toSorted((one, other) => other.attemptCount - one.attemptCount);
  const competencyId = busiest?.competencyId ?? '';
  const { members } = await app.call('insight.squad', { competencyId });
  await new Promise((resolve) => setTimeout(resolve, PREPARED_AFTER_MS));
  const studentId = (run: number): string => members[run % members.length]?.studentId ?? '';
  const screens: Screen[] = [];
  const open = async (name: string, action: (run: number) => Promise<unknown>): Promise<void> => {
    screens.push({ name, samples: await time(40, action) });
  };
  await open('insight.student', (run) =>
    app.call('insight.student', { competencyId, studentId: studentId(run) }),
  );
  await open('insight.heat.map', (run) =>
    app.call('insight.heatMap', { competencyId, studentId: studentId(run) }),
  );
  await open('insight.squad', () => app.call('insight.squad', { competencyId }));
  await open('insight.college', () => app.call('insight.college', {}));
  await open('insight.judges', () => app.call('insight.judges', {}));
  await open('insight.agreement', () => app.call('insight.agreement', {}));
  await open('goals.list', () => app.call('goals.list', { competencyId }));
  await open('progress.query', (run) =>
    app.call('progress.student', { competencyId, studentId: studentId(run) }),
  );
  await open('progress.squad', () => app.call('progress.squad', { competencyId }));
  await open('progress.overview', () => app.call('progress.overview', {}));
  return screens;
}

/** How long screens take to be opened. */
export const figuresOf = (screens: readonly Screen[]): Figure[] =>
  screens.map(({ name, samples }) => ({
    name: `${name}.p95.ms`,
    value: quantile(samples, 0.95),
    unit: 'ms',
  }));

/** How much longer the same screens take at ten times the marks. */
export function growthOf(large: readonly Screen[], small: readonly Screen[]): Figure[] {
  return large.map(({ name, samples }) => {
    const before = small.find((screen) => screen.name === name)?.samples ?? [];
    const least = (one: readonly number[]): number => Math.max(UNNOTICED_MS, quantile(one, 0.5));
    return { name: `growth.${name}.ratio`, value: least(samples) / least(before), unit: 'ratio' };
  });
}
