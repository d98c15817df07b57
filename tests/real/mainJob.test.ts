import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eachDoor, type RunningApp } from '../e2e/fixtures.ts';
import { MainJob } from '../e2e/mainJob.ts';

const FILE = 'ES2023_marking_scheme_Web_Development_17.xlsx';
const SCHEME = '17 Web Development';
const COMPETENCY = 'Веб-технологиялар';

/** How many aspects of each attempt are marked, and how many were not attempted. */
async function countMarks(app: RunningApp): Promise<[number, number][]> {
  const { sessions } = await app.call('training.listSessions', { limit: 1 });
  const { attempts } = await app.call('training.getSession', { id: sessions[0]?.id ?? '' });
  return attempts.map((attempt) => [attempt.markedCount, attempt.notAttemptedCount]);
}

eachDoor('the main job on a real workbook', (test) => {
  test('from the ES2023 scheme to a chart that moves, with the keyboard alone', async ({ start }) => {
    const content = readFileSync(join(process.env['SHYNG_REAL_WORKBOOKS'] ?? '', FILE));
    const first = await start();
    const job = new MainJob(first.page);
    await job.importWorkbook({ name: FILE, content }, SCHEME);
    await job.addStudent('Әбдіқадыр', 'Гүлнұр');
    await job.addStudent('Тұрсын', 'Ерасыл');
    await job.openCompetency('17', COMPETENCY);
    await job.addCandidates(['Әбдіқадыр', 'Тұрсын']);
    await job.startSession(COMPETENCY, '240');
    await job.takeAttendance(['p', 'p']);
    const grid = await job.startAttempts(SCHEME);
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(2 + 6 + 36 + 149));
    // All 149 aspects of both at once, then what went wrong, cell by cell.
    await job.press('Control+a', '+', 'Control+Home');
    await job.untilTotal(grid, 1, '100,00 100 %');
    await job.press('-', 'Tab', '0', 'Enter', '0', 'Shift+Enter');
    await job.untilStored();
    expect(first.problems).toEqual([]);
    await first.kill();

    const second = await start();
    const counts = await countMarks(second);
    expect(counts.toSorted(([a], [b]) => a - b)).toEqual([
      [148, 1],
      [149, 0],
    ]);
    const again = new MainJob(second.page);
    const before = await again.readChart(await again.openSquadChart(COMPETENCY));
    expect(before).toHaveLength(2);
    await again.openFirstSession();
    await again.tabTo(again.grid(SCHEME));
    await again.press('Control+End', '0', 'Tab');
    await again.untilStored();
    const after = await again.readChart(await again.openSquadChart(COMPETENCY));
    expect(after.filter((told) => before.includes(told))).toHaveLength(1);
    expect(second.problems).toEqual([]);
  });
});
