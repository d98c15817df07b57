import { expect, test } from 'vitest';
import { openApplication } from '../../helpers/application.ts';
import { aConfig, setUpSelection } from '../../helpers/selection.ts';

const WALL = Date.parse('2026-04-01T08:00:00Z');

test('the forecast on the day is that of the insight, with its interval', async () => {
  await using app = await openApplication({ sample: true, wallClock: () => WALL });
  const { competencies } = await app.call('progress.overview', {});
  const busiest = competencies.toSorted((a, b) => b.attemptCount - a.attemptCount)[0]!;
  const { competencyId } = busiest;
  const { id: championshipId } = await app.call('championships.create', {
    name: 'Облыс',
    stage: 'regional',
    startDate: '2026-05-12',
    endDate: null,
    place: '',
    isMock: false,
    maxAge: null,
    notes: '',
    competencies: [{ competencyId, mainSeats: 1, reserveSeats: 1, teamSize: 1, maxAge: null }],
  });
  const { id } = await app.call('selection.create', {
    championshipId,
    name: 'Іріктеу',
    scenarioName: 'Негізгі',
    config: aConfig(),
  });
  const { candidates } = await app.call('selection.get', { id });
  const insight = await app.call('insight.squadForecast', {
    competencyId,
    day: '2026-05-12',
    level: 80,
    task: crypto.randomUUID(),
  });
  const known = insight.students.flatMap(({ studentId, forecast }) =>
    forecast.kind === 'forecast' ? [{ studentId, ...forecast }] : [],
  );
  expect(known.length).toBeGreaterThan(2);
  for (const { studentId, value, low, high } of known) {
    const figure = candidates.find((one) => one.studentId === studentId)?.figures['forecast'];
    expect(figure?.value).toBe(value);
    // 80 % of a normal distribution lie within 1.2816 deviations.
    expect(figure?.deviation).toBeCloseTo(Math.max(1, (high - low) / 2 / 1.28155), 3);
  }
  const refused = insight.students.filter(({ forecast }) => forecast.kind === 'refused');
  for (const { studentId } of refused) {
    const own = candidates.find((one) => one.studentId === studentId);
    expect(own?.figures['forecast']?.value ?? null).toBeNull();
  }
});

test('adherence is what the plan counts: done in percent of planned', async () => {
  await using app = await openApplication({ wallClock: () => WALL });
  const { competencyId, selectionId, studentIds } = await setUpSelection(app);
  const get = async (studentId: string) =>
    (await app.call('selection.get', { id: selectionId })).candidates.find(
      (one) => one.studentId === studentId,
    )?.figures['adherence'];
  expect((await get(studentIds[0]!))?.value).toBeNull();
  const planned = {
    competencyId,
    planId: null,
    startTime: '15:00',
    durationMinutes: 120,
    kind: 'practice' as const,
    workshop: '',
    focus: '',
    expertId: null,
    schemeId: null,
    sectionNumbers: [],
    studentIds: null,
  };
  for (const date of ['2026-03-02', '2026-03-09']) await app.call('plan.createSession', { ...planned, date });
  const { students } = await app.call('plan.adherence', {
    from: '2026-01-01',
    to: '2026-04-01',
    competencyId,
  });
  for (const { id, plannedMinutes, doneMinutes } of students) {
    expect((await get(id))?.value).toBeCloseTo(Math.min(100, (100 * doneMinutes) / plannedMinutes), 9);
  }
  expect(students).toHaveLength(studentIds.length);
});
