import { openApplication, type TestApplication } from '../helpers/application.ts';
import { quantile, time, type Figure } from './figure.ts';

/** As long as the first screen may take to be drawn; nobody opens a dashboard earlier. */
const FIRST_SCREEN_MS = 1200;

/** All that the page of readiness asks for: readiness and who is idle, quality of marking, agreement of judges. */
async function openDashboard(app: TestApplication): Promise<void> {
  await Promise.all([
    app.call('insight.college', {}),
    app.call('insight.judges', {}),
    app.call('insight.agreement', {}),
  ]);
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
    const start = performance.now();
    await openDashboard(app);
    samples.push(performance.now() - start);
  }
  // The first ones warm up the compiler, as elsewhere.
  return samples.slice(4);
}

async function measureFirst(dataFolder: string, waitMs: number): Promise<number> {
  const app = await openApplication({ dataFolder });
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const start = performance.now();
  await openDashboard(app);
  const spent = performance.now() - start;
  await app.application.stop();
  return spent;
}

/**
 * The dashboard of the college, its three questions together: opened at once after the start and when the first screen
 * is drawn (`first`), again and again, and right after a write.
 */
export async function measureDashboard(dataFolder: string): Promise<Figure[]> {
  const atOnce = await measureFirst(dataFolder, 0);
  const first = await measureFirst(dataFolder, FIRST_SCREEN_MS);
  const app = await openApplication({ dataFolder });
  await openDashboard(app);
  const warm = await time(40, () => openDashboard(app));
  const afterWrites = await measureAfterWrites(app);
  await app.application.stop();
  return [
    { name: 'dashboard.at.once.ms', value: atOnce, unit: 'ms' },
    { name: 'dashboard.first.ms', value: first, unit: 'ms' },
    { name: 'dashboard.p95.ms', value: quantile(warm, 0.95), unit: 'ms' },
    { name: 'dashboard.after.write.p95.ms', value: quantile(afterWrites, 0.95), unit: 'ms' },
  ];
}
