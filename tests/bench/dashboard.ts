import { openApplication, type TestApplication } from '../helpers/application.ts';
import { quantile, time, type Figure } from './figure.ts';
import { serve, type Served } from './served.ts';

/** As long as the first screen may take to be drawn; people open nothing earlier. */
const FIRST_SCREEN_MS = 1200;

/** All that the page of readiness asks for: readiness and who is idle, quality of marking, agreement of judges. */
const ROUTES = ['insight.college', 'insight.judges', 'insight.agreement'] as const;

/** @returns milliseconds */
async function openDashboard(app: Pick<TestApplication | Served, 'call'>): Promise<number> {
  const start = performance.now();
  await Promise.all(ROUTES.map((route) => app.call(route, {})));
  return performance.now() - start;
}

/** An attempt of the busiest competency whose marks are open, with an aspect that takes points. */
async function findCell(app: TestApplication): Promise<{ attemptId: string; aspectId: string }> {
  const { competencies } = await app.call('progress.overview', {});
  const [busiest] = competencies.toSorted((a, b) => b.attemptCount - a.attemptCount);
  const competencyId = busiest?.competencyId ?? '';
  const { sessions } = await app.call('training.listSessions', { competencyId, limit: 200 });
  for (const session of sessions.filter((one) => one.attemptCount > 0)) {
    const { attempts } = await app.call('training.getSession', { id: session.id });
    const open = attempts.find((one) => one.status === 'draft' || one.status === 'complete');
    if (!open) continue;
    const { marks } = await app.call('training.getSheet', { sessionId: session.id, schemeId: open.schemeId });
    const mark = marks.find((one) => one.attemptId === open.id && one.outcome === 'marked');
    if (mark) return { attemptId: open.id, aspectId: mark.aspectId };
  }
  throw new Error('no open attempt');
}

/** Opening after a mark was stored or taken back a moment ago. */
async function measureAfterWrites(app: TestApplication): Promise<number[]> {
  const cell = await findCell(app);
  const samples: number[] = [];
  for (let run = 0; run < 24; run += 1) {
    if (run % 2 === 0)
      await app.call('training.setMarks', { marks: [{ ...cell, entry: { kind: 'not_attempted' } }] });
    else await app.call('history.undo', {});
    samples.push(await openDashboard(app));
  }
  // The first ones warm up the compiler, as elsewhere.
  return samples.slice(4);
}

/** Until what is prepared after a start is there. */
const PREPARED_AFTER_MS = 8000;
const DAY_MS = 86_400_000;
const STARTS = 5;

/** First opening of the program in a process of its own, through its door: nothing in it has run before. */
async function measureFirst(dataFolder: string, waitMs: number): Promise<number> {
  const samples: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const served = await serve(dataFolder);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    samples.push(await openDashboard(served));
    await served.stop();
  }
  return quantile(samples, 0.5);
}

/** First opening after the figures were stored on an earlier day. */
async function measureNextDay(dataFolder: string): Promise<number> {
  const samples: number[] = [];
  for (const days of [1, 3, 10]) {
    const app = await openApplication({ dataFolder, wallClock: () => Date.now() + days * DAY_MS });
    samples.push(await openDashboard(app));
    await app.application.stop();
  }
  return quantile(samples, 0.5);
}

/** A start that finds no figures yet: computes and stores them, as the very first start with these marks does. */
async function storeFigures(dataFolder: string): Promise<number> {
  const served = await serve(dataFolder);
  const spent = await openDashboard(served);
  await served.stop();
  return spent;
}

/**
 * The dashboard of the college, its three questions together: opened at once after the start and when the first screen
 * is drawn (`first`), on a later day, again and again, and right after a write. `untold`: only once, when a file with so
 * many marks is opened that nobody has looked at before.
 */
export async function measureDashboard(dataFolder: string): Promise<Figure[]> {
  const untold = await storeFigures(dataFolder);
  const atOnce = await measureFirst(dataFolder, 0);
  const first = await measureFirst(dataFolder, FIRST_SCREEN_MS);
  const app = await openApplication({ dataFolder });
  await openDashboard(app);
  const warm = await time(40, () => openDashboard(app));
  await new Promise((resolve) => setTimeout(resolve, PREPARED_AFTER_MS));
  const afterWrites = await measureAfterWrites(app);
  await app.application.stop();
  const nextDay = await measureNextDay(dataFolder);
  return [
    { name: 'dashboard.untold.ms', value: untold, unit: 'ms' },
    { name: 'dashboard.at.once.ms', value: atOnce, unit: 'ms' },
    { name: 'dashboard.first.ms', value: first, unit: 'ms' },
    { name: 'dashboard.next.day.ms', value: nextDay, unit: 'ms' },
    { name: 'dashboard.p95.ms', value: quantile(warm, 0.95), unit: 'ms' },
    { name: 'dashboard.after.write.p95.ms', value: quantile(afterWrites, 0.95), unit: 'ms' },
  ];
}
