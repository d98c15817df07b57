import { expect } from 'vitest';
import { makeCisWorkbook } from '../../helpers/cisWorkbook.ts';
import { makeSampleScheme } from '../../helpers/sampleScheme.ts';
import { eachDoor } from '../fixtures.ts';
import { MainJob } from '../mainJob.ts';

const SCHEME = '15 Plumbing and Heating';
const COMPETENCY = 'Сантехника және жылыту';

/** Marks of two students, typed as at the edge of a workbench; the grid says each time where it is. */
async function markBoth(job: MainJob): Promise<void> {
  const grid = job.grid(SCHEME);
  await job.untilAt('A1.M1 1');
  // What was measured, of an aspect with a calculation: 51 mm instead of 50.
  await job.type('51');
  await job.press('Tab');
  await job.untilAt('A1.M1 2');
  await job.untilTotal(grid, 1, '8,00 76,2 %');
  // The full mark by one key.
  await job.press('+', 'Tab');
  await job.untilAt('A1.J2 1');
  await job.press('2', 'Tab', '3', 'Enter');
  await job.untilAt('A1.M3 2');
  await job.type('13,5');
  await job.press('Enter');
  await job.press('4', 'Enter', '2', 'Enter', '-');
  await job.untilAt('B1.M2 2 — Орындамаған');
  await job.press('ArrowDown', '0', 'Home');
  await job.untilAt('B1.J3 1');
  await job.press('End');
  await job.untilAt('B1.J3 2 0 0');
  await job.untilTotal(grid, 2, '50,67 56,5 %');
}

/** Goes back up to the first student: a wrong mark is refused where it is typed, put right, changed, emptied. */
async function correctFirst(job: MainJob): Promise<void> {
  const { page } = job;
  const grid = job.grid(SCHEME);
  await job.press('Control+Home', 'ArrowDown', 'ArrowDown');
  await job.untilAt('A1.M3 1');
  await job.type('20');
  await job.press('Escape');
  await job.untilAt('A1.M3 1');
  await job.type('27,5');
  await job.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'ең жоғары балы — 27' }).waitFor();
  await job.press('Backspace', 'Backspace', 'Backspace');
  await job.type('6,555');
  await job.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'ең көбі екі цифр' }).waitFor();
  await job.press('Backspace', 'Enter', 'Shift+Enter');
  await job.untilAt('A1.M3 1 26,55');
  await job.press('F2', 'Backspace', 'Enter');
  await job.untilAt('A2.M1 1');
  await job.press('5', 'Enter', 'Shift+Enter');
  await job.untilAt('A2.M1 1 5 8,33');
  await job.press('Delete');
  await job.untilAt('A2.M1 1');
  await job.press('6', 'Enter');
  await job.untilTotal(grid, 1, '52,83 88,1 %');
  await job.untilStored();
}

eachDoor('the main job with the keyboard alone', (test) => {
  test('from a workbook to a chart that moves, through a power cut', async ({ start }) => {
    const first = await start();
    const job = new MainJob(first.page);
    const content = await makeCisWorkbook(makeSampleScheme());
    await job.importWorkbook({ name: 'scheme.xlsx', content }, SCHEME);
    await job.addStudent('Әбдіқадыр', 'Гүлнұр');
    await job.addStudent('Тұрсын', 'Ерасыл');
    await job.openCompetency('15', COMPETENCY);
    await job.addCandidates(['Әбдіқадыр', 'Тұрсын']);
    await job.startSession(COMPETENCY, '180');
    await job.takeAttendance(['p', 'l']);
    await job.startAttempts(SCHEME);
    await markBoth(job);
    await correctFirst(job);
    expect(first.problems).toEqual([]);
    await first.kill();

    const second = await start();
    const again = new MainJob(second.page);
    const chart = await again.openSquadChart(COMPETENCY);
    const before = await again.readChart(chart);
    expect(before.toSorted()).toEqual([
      expect.stringContaining('56,5 %, Тұрсын'),
      expect.stringContaining('88,1 %, Әбдіқадыр'),
    ]);
    await again.openFirstSession();
    const grid = again.grid(SCHEME);
    await grid.waitFor();
    await again.untilTotal(grid, 1, '52,83 88,1 %');
    await again.untilTotal(grid, 2, '50,67 56,5 %');
    await again.tabTo(grid);
    await again.press('Control+Home', 'ArrowDown', 'End', 'F2', 'Backspace', '1', 'Enter');
    await again.untilTotal(grid, 2, '42,34 47,2 %');
    await again.untilStored();
    const after = await again.readChart(await again.openSquadChart(COMPETENCY));
    expect(after.toSorted()).toEqual([
      expect.stringContaining('47,2 %, Тұрсын'),
      expect.stringContaining('88,1 %, Әбдіқадыр'),
    ]);
    expect(second.problems).toEqual([]);
  });
});
