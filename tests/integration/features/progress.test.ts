import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { MarkEntry } from '#shared/contract/training.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { setUpTraining, type TrainingSetup } from '../../helpers/training.ts';

const points = (markHundredths: number): MarkEntry => ({ kind: 'points', markHundredths });

/** Marks aspects of an attempt by their place in the scheme. */
async function mark(
  app: TestApplication,
  { aspects }: TrainingSetup,
  attemptId: string,
  entries: Readonly<Record<number, MarkEntry>>,
): Promise<void> {
  const marks = Object.entries(entries).map(([place, entry]) => ({
    attemptId,
    aspectId: aspects[Number(place)]!.id,
    entry,
  }));
  await app.call('training.setMarks', { marks });
}

/** A further session, nothing in it yet. @returns its id */
async function plan(app: TestApplication, { competencyId }: TrainingSetup, date: string): Promise<string> {
  const session = { competencyId, date, durationMinutes: null, workshop: '', expertId: null, notes: '' };
  return (await app.call('training.createSession', session)).id;
}

/** A further day of practice; marks the first aspect (maximum 10.50) of each student's attempt. */
async function practise(
  app: TestApplication,
  setup: TrainingSetup,
  date: string,
  firstMarks: readonly number[],
): Promise<{ sessionId: string; attemptIds: string[] }> {
  const { scheme, studentIds } = setup;
  const sessionId = await plan(app, setup, date);
  const { attemptIds } = await app.call('training.addAttempts', {
    sessionId,
    schemeId: scheme.id,
    studentIds: studentIds.slice(0, firstMarks.length),
    subCriterionIds: null,
  });
  for (const [index, markHundredths] of firstMarks.entries())
    await mark(app, setup, attemptIds[index]!, { 0: points(markHundredths) });
  return { sessionId, attemptIds };
}

describe('progress of a student', () => {
  test('is percent of the marked maximum: what was not attempted, or not marked, does not count', async () => {
    await using app = await openApplication();
    const setup = await setUpTraining(app, { students: 2 });
    const [attemptId] = setup.attemptIds as [string];
    const [studentId] = setup.studentIds as [string];
    await mark(app, setup, attemptId, {
      0: points(525),
      1: { kind: 'score', score: 3 },
      2: { kind: 'not_attempted' },
    });
    const { competencyId } = setup;
    const chart = await app.call('progress.student', { competencyId, studentId });
    expect(chart.points).toMatchObject([
      { attemptId, markHundredths: 525 + 1250, markedMaxHundredths: 1050 + 1250, date: '2026-03-02' },
    ]);
    expect(chart.points[0]?.percent).toBeCloseTo((100 * 1775) / 2300, 9);
    expect(chart.headline).toMatchObject({ attemptCount: 1, changeOver30Days: null });
    expect(chart.trend).toEqual([]);
    const other = await app.call('progress.student', { competencyId, studentId: setup.studentIds[1]! });
    expect(other).toMatchObject({ points: [], totalPoints: 0, headline: { latestPercent: null } });
  });

  test('adds up by section of the standard; a section that nobody marked has no percent', async () => {
    await using app = await openApplication();
    const setup = await setUpTraining(app, { students: 1 });
    const { competencyId } = setup;
    // Section 2: the first aspect twice, 5.25 and 10.50 of 10.50. Section 1: the fourth aspect once, 2.50 of 10.
    await mark(app, setup, setup.attemptIds[0]!, { 0: points(525), 3: points(250) });
    await practise(app, setup, '2026-03-09', [1050]);
    const { sections, headline } = await app.call('progress.student', {
      competencyId,
      studentId: setup.studentIds[0]!,
    });
    const byNumber = new Map(sections.map((section) => [section.number, section]));
    expect(byNumber.get(1)).toMatchObject({ markHundredths: 250, markedMaxHundredths: 1000, percent: 25 });
    expect(byNumber.get(2)).toMatchObject({ markHundredths: 1575, markedMaxHundredths: 2100, percent: 75 });
    expect(byNumber.get(3)).toMatchObject({ markHundredths: 0, markedMaxHundredths: 0, percent: null });
    // Equal weights in this standard: the section with most of it lost costs most.
    expect(byNumber.get(1)?.weightHundredths).toBe(byNumber.get(2)?.weightHundredths);
    expect(headline.weakestSection).toMatchObject({ number: 1, percent: 25 });
  });

  test('works towards the own target, else towards that of the squad', async () => {
    await using app = await openApplication();
    const { competencyId, studentIds } = await setUpTraining(app, { students: 1 });
    const studentId = studentIds[0]!;
    const target = async (): Promise<number | null> =>
      (await app.call('progress.student', { competencyId, studentId })).targetPercent;
    expect(await target()).toBeNull();
    await app.call('competencies.setTarget', { id: competencyId, targetHundredths: 7550 });
    expect(await target()).toBe(75.5);
    const { candidates } = await app.call('competencies.listCandidates', { competencyId });
    const { id, status, notes } = candidates[0]!;
    await app.call('competencies.updateCandidate', { id, status, notes, targetHundredths: 9000 });
    expect(await target()).toBe(90);
    expect((await app.call('progress.squad', { competencyId })).targetPercent).toBe(75.5);
  });
});

describe('progress of a squad', () => {
  test('holds the days asked for, both ends included', async () => {
    await using app = await openApplication();
    const setup = await setUpTraining(app, { students: 1 });
    const { competencyId } = setup;
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-03']) await practise(app, setup, day, [500]);
    const datesOf = async (range: { from?: string; to?: string }): Promise<string[]> => {
      const { points: shown } = await app.call('progress.squad', { competencyId, ...range });
      return shown.map((point) => point.date);
    };
    expect(await datesOf({ from: '2026-04-02' })).toEqual(['2026-04-02', '2026-04-03']);
    expect(await datesOf({ from: '2026-04-02', to: '2026-04-02' })).toEqual(['2026-04-02']);
    expect(await datesOf({ from: '2026-04-03', to: '2026-04-02' })).toEqual([]);
  });

  test('tells where each student stands, also who left the squad or was removed', async () => {
    await using app = await openApplication();
    const setup = await setUpTraining(app, { students: 3 });
    const { competencyId, studentIds } = setup;
    await practise(app, setup, '2026-04-01', [210, 420, 630]);
    await practise(app, setup, '2026-04-02', [525]);
    const { candidates } = await app.call('competencies.listCandidates', { competencyId });
    const second = candidates.find((one) => one.studentId === studentIds[1])!;
    const { id, targetHundredths, notes } = second;
    await app.call('competencies.updateCandidate', { id, targetHundredths, notes, status: 'left' });
    await app.call('people.removeStudent', { id: studentIds[2]! });
    const { students, headline, totalPoints } = await app.call('progress.squad', { competencyId });
    const shown = studentIds.map((studentId) => students.find((one) => one.studentId === studentId));
    expect(shown).toMatchObject([
      { standing: 'squad', attemptCount: 2, latestPercent: 50, lastDate: '2026-04-02' },
      { standing: 'outside', attemptCount: 1, latestPercent: 40 },
      { standing: 'removed', attemptCount: 1, latestPercent: 60 },
    ]);
    expect(totalPoints).toBe(4);
    // Of those in the squad now, as the overview says.
    expect(headline.latestPercent).toBe(50);
    const { competencies } = await app.call('progress.overview', {});
    expect(competencies).toMatchObject([{ competencyId, candidateCount: 1, latestMeanPercent: 50 }]);
  });

  test('forgets deleted attempts and sessions, and brings them back with undo', async () => {
    await using app = await openApplication();
    const setup = await setUpTraining(app, { students: 2 });
    const { competencyId } = setup;
    const { sessionId, attemptIds } = await practise(app, setup, '2026-04-01', [210, 420]);
    const shown = async (): Promise<number> =>
      (await app.call('progress.squad', { competencyId })).totalPoints;
    expect(await shown()).toBe(2);
    await app.call('training.removeAttempt', { id: attemptIds[0]! });
    expect(await shown()).toBe(1);
    await app.call('training.removeSession', { id: sessionId });
    expect(await shown()).toBe(0);
    await app.call('history.undo', {});
    expect(await shown()).toBe(1);
    await app.call('history.undo', {});
    expect(await shown()).toBe(2);
    await app.call('history.redo', {});
    expect(await shown()).toBe(1);
  });

  test('counts no session as practice that is still to come', async () => {
    await using app = await openApplication({ wallClock: () => Date.UTC(2026, 3, 10, 6) });
    const setup = await setUpTraining(app, { students: 1 });
    await practise(app, setup, '2026-04-01', [525]);
    await plan(app, setup, '2026-05-20');
    const { competencies } = await app.call('progress.overview', {});
    expect(competencies.map((one) => one.lastSessionDate)).toEqual(['2026-04-01']);
  });
});

test('the queries behind the charts read sums by an index, and never the marks', async () => {
  await using app = await openApplication();
  await app.application.stop();
  const db = new SqliteDriver(join(app.dataFolder, 'shyng.sqlite'), { readonly: true });
  const queries: [string, RegExp][] = [
    [
      `select attempt_id, student_id, date, mark_hundredths, marked_max_hundredths from attempt_totals
       where competency_id = ? and marked_max_hundredths > 0 and date >= ? and date <= ? order by date, attempt_id`,
      /SEARCH attempt_totals USING (COVERING )?INDEX attempt_totals_in_time/,
    ],
    [
      `select attempt_id, date from attempt_totals
       where competency_id = ? and marked_max_hundredths > 0 and student_id = ? order by date, attempt_id`,
      /SEARCH attempt_totals USING (COVERING )?INDEX attempt_totals_of_students/,
    ],
    [
      `select section_number, sum(mark_hundredths), sum(marked_max_hundredths) from attempt_section_totals
       where competency_id = ? and date >= ? group by section_number`,
      /SEARCH attempt_section_totals USING (COVERING )?INDEX/,
    ],
  ];
  for (const [query, index] of queries) {
    const parameters = Array.from(query.matchAll(/\?/g), () => 'x');
    const rows = db.prepare(`explain query plan ${query}`).all(...parameters) as { detail: string }[];
    const plan = rows.map((row) => row.detail).join('; ');
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/SCAN|marks_/);
  }
  db.close();
  await app.restart();
});
