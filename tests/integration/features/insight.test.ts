import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { MainEvent } from '#shared/contract/events.ts';
import type { LoadPoint } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aPartner } from '../../helpers/entries.ts';
import { setUpTraining } from '../../helpers/training.ts';

const wallClock = (): number => Date.UTC(2026, 8, 1, 8);

/** A competency of the sample college with a squad, and its first member. */
async function findSquad(app: TestApplication): Promise<{ competencyId: string; studentId: string }> {
  const { competencies } = await app.call('progress.overview', {});
  const competencyId = competencies.find((one) => one.candidateCount > 2)?.competencyId ?? '';
  const { members } = await app.call('insight.squad', { competencyId });
  return { competencyId, studentId: members[0]?.studentId ?? '' };
}

describe('over the sample college', () => {
  test('a student, a heat map, a squad, the college and the judges are described', async () => {
    await using app = await openApplication({ sample: true, wallClock });
    const { competencyId, studentId } = await findSquad(app);

    const student = await app.call('insight.student', { competencyId, studentId });
    expect(student.points.length).toBeGreaterThan(6);
    expect(student.forecast.kind).toBe('forecast');
    if (student.forecast.kind === 'forecast') {
      expect(student.forecast.low).toBeLessThanOrEqual(student.forecast.value);
      expect(student.forecast.high).toBeGreaterThanOrEqual(student.forecast.value);
      expect(student.forecast.line.length).toBeGreaterThan(1);
    }
    expect(student.load.length).toBeGreaterThan(30);
    expect(student.sections.some((section) => section.costHundredths > 0)).toBe(true);
    expect(student.bests.percent?.value).toBeGreaterThan(0);

    const map = await app.call('insight.heatMap', { competencyId, studentId });
    expect(map.aspects.length).toBeGreaterThan(10);
    const gains = map.aspects.map((aspect) => aspect.toGainHundredths);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(new Set(map.aspects.map((aspect) => aspect.code)).size).toBe(map.aspects.length);

    const squad = await app.call('insight.squad', { competencyId });
    const abilities = squad.members.map((member) => member.adjustedPercent ?? -1);
    expect(abilities).toEqual(abilities.toSorted((a, b) => b - a));
    for (const month of squad.distribution) expect(month.low).toBeLessThanOrEqual(month.median);
    // Attempt by attempt: everybody's first, second …; nobody has a second one without a first.
    expect(squad.attempts.length).toBeGreaterThan(5);
    const numbers = squad.attempts.map((one) => one.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const counts = squad.attempts.map((one) => one.count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(squad.practices.length).toBeGreaterThan(3);
    for (const group of [...squad.attempts, ...squad.practices]) {
      expect(group.count).toBeGreaterThan(2);
      expect(group.low).toBeLessThanOrEqual(group.quarter);
      expect(group.threeQuarters).toBeLessThanOrEqual(group.high);
    }
    const dates = squad.practices.map((one) => one.date);
    expect(dates).toEqual(dates.toSorted());
    expect(squad.readiness.value).toBeGreaterThan(0);

    const college = await app.call('insight.college', {});
    expect(college.competencies).toHaveLength(6);

    const { judges } = await app.call('insight.judges', {});
    expect(judges.length).toBeGreaterThan(1);
    for (const judge of judges) expect(judge.low).toBeLessThan(judge.high);
  });

  test('forecasts of a squad are made aside, tell how far they are, and report their own coverage', async () => {
    await using app = await openApplication({ sample: true, wallClock });
    const events: MainEvent[] = [];
    app.application.events.subscribe((event) => events.push(event));
    const coverage = { inside: 0, total: 0 };
    const { competencies } = await app.call('progress.overview', {});
    for (const { competencyId } of competencies) {
      const task = randomUUID();
      const answer = await app.call('insight.squadForecast', { competencyId, task });
      expect(answer.students.length).toBeGreaterThan(2);
      const progress = events.filter((event) => event.kind === 'progress' && event.task === task);
      expect(progress.at(-1)).toMatchObject({ done: answer.students.length, total: answer.students.length });
      coverage.inside += answer.coverage.inside;
      coverage.total += answer.coverage.total;
    }
    expect(coverage.total).toBeGreaterThan(100);
    expect(coverage.inside / coverage.total).toBeGreaterThan(0.7);
    expect(coverage.inside / coverage.total).toBeLessThan(0.9);
  });

  test('a computation can be cancelled', async () => {
    await using app = await openApplication({ sample: true, wallClock });
    const { competencyId } = await findSquad(app);
    const task = randomUUID();
    const refused = app.refused('insight.squadForecast', { competencyId, task });
    const stop = app.application.events.subscribe((event) => {
      if (event.kind === 'progress') void app.call('insight.cancel', { task });
    });
    expect(await refused).toBe('cancelled');
    stop();
  });
});

test('with too little practice nothing is promised, and the next action is to practise', async () => {
  await using app = await openApplication({ wallClock });
  const { competencyId, studentIds } = await setUpTraining(app);
  const studentId = studentIds[0] ?? '';
  const answer = await app.call('insight.student', { competencyId, studentId });
  expect(answer.forecast).toMatchObject({ kind: 'refused', reason: 'too_few', have: 0, need: 7 });
  expect(answer.next).toEqual({ code: 'start' });
  expect((await app.call('insight.heatMap', { competencyId, studentId })).aspects).toEqual([]);
  expect((await app.call('insight.squad', { competencyId })).readiness.parts.level).toBeNull();
  expect(await app.refused('insight.student', { competencyId: randomUUID(), studentId })).toBe('not_found');
});

test('goals: set, judged by what was reached since, changed, removed and brought back', async () => {
  await using app = await openApplication({ sample: true });
  const { competencies } = await app.call('progress.overview', {});
  const competencyId =
    competencies.toSorted((a, b) => b.attemptCount - a.attemptCount)[0]?.competencyId ?? '';
  const { goals } = await app.call('goals.list', { competencyId });
  const today = new Date().toISOString().slice(0, 10);
  expect(new Set(goals.map((goal) => goal.kind))).toEqual(new Set(['percent', 'section', 'time']));
  const studentId = goals[0]?.studentId ?? '';
  const { id } = await app.call('goals.add', {
    competencyId,
    studentId,
    kind: 'percent',
    sectionNumber: null,
    target: 9900,
    dueDate: fromDayNumber(toDayNumber(today) + 56),
    note: '',
  });
  const find = async () =>
    (await app.call('goals.list', { competencyId, studentId })).goals.find((goal) => goal.id === id);
  const set = await find();
  // Set today: earlier attempts do not reach it, but they say how likely it is.
  expect(set).toMatchObject({ state: 'open', reachedOn: null, best: null });
  expect(set?.chance).toBeGreaterThan(0);
  expect(set?.chance).toBeLessThan(0.6);
  const fields = {
    kind: 'time',
    sectionNumber: null,
    target: 300,
    dueDate: '2099-01-01',
    note: 'x',
  } as const;
  await app.call('goals.update', { id, ...fields });
  expect(await find()).toMatchObject({ kind: 'time', note: 'x', setDate: set?.setDate });
  await app.call('goals.remove', { id });
  expect(await find()).toBeUndefined();
  await app.call('history.undo', {});
  expect(await find()).toMatchObject({ kind: 'time' });
  const unknown = '00000000-0000-7000-8000-000000000000';
  expect(await app.refused('goals.add', { ...fields, competencyId, studentId: unknown })).toBe('not_found');
});

test('judges who mark together: agreement with interval, severity, disputed aspects, and marks that follow', async () => {
  await using app = await openApplication({ sample: true });
  const { panels } = await app.call('insight.agreement', {});
  expect(panels.length).toBeGreaterThan(0);
  const [panel] = panels;
  if (!panel) throw new Error('no panel');
  expect(panel.judges).toHaveLength(3);
  expect(panel.mean?.low).toBeLessThan(panel.mean?.value ?? 0);
  expect(panel.mean?.high).toBeGreaterThan(panel.mean?.value ?? 1);
  expect(panel.alpha).toBeGreaterThan(0.4);
  expect(panel.disputed[0]?.description).not.toBe('');
  expect(Math.abs(panel.judges.reduce((sum, judge) => sum + judge.severity, 0))).toBeLessThan(1e-9);
});

/** A session of a competency with an attempt whose marks are still open. */
async function findOpenAttempt(app: TestApplication, competencyId: string) {
  const { sessions } = await app.call('training.listSessions', { competencyId, limit: 50 });
  for (const { id: sessionId } of sessions.filter((session) => session.attemptCount > 0)) {
    const { attempts } = await app.call('training.getSession', { id: sessionId });
    const open = attempts.find((one) => one.status === 'draft' || one.status === 'complete');
    if (!open) continue;
    const { marks } = await app.call('training.getSheet', { sessionId, schemeId: open.schemeId });
    const own = marks.filter((mark) => mark.attemptId === open.id);
    return { sessionId, attemptId: open.id, studentId: open.studentId, marks: own };
  }
  throw new Error('no open attempt');
}

/** All that dashboards and squad pages show. */
async function dashboards(app: TestApplication, ids: { competencyId: string; studentId: string }) {
  const { competencyId } = ids;
  return {
    squad: await app.call('insight.squad', { competencyId }),
    college: await app.call('insight.college', {}),
    judges: await app.call('insight.judges', {}),
    agreement: await app.call('insight.agreement', {}),
    student: await app.call('insight.student', ids),
    goals: await app.call('goals.list', { competencyId }),
  };
}

test('what was practised is kept, and read again only where marks, undo, sessions or attendance touched it', async () => {
  await using app = await openApplication({ sample: true });
  const { competencyId } = await findSquad(app);
  const { sessionId, attemptId, studentId, marks } = await findOpenAttempt(app, competencyId);
  const ids = { competencyId, studentId };
  /** A program that has just been started has kept nothing: it must come to the same. */
  const afresh = async () => {
    const kept = await dashboards(app, ids);
    await app.restart();
    expect(await dashboards(app, ids)).toEqual(kept);
    return kept;
  };
  const before = await dashboards(app, ids);
  expect(await dashboards(app, ids)).toEqual(before);
  await app.call('training.setMarks', {
    marks: marks.map(({ aspectId }) => ({ attemptId, aspectId, entry: { kind: 'not_attempted' } })),
  });
  const after = await dashboards(app, ids);
  expect(after.squad).not.toEqual(before.squad);
  expect(after.student.points).not.toEqual(before.student.points);
  await app.call('history.undo', {});
  expect(await dashboards(app, ids)).toEqual(before);
  await app.call('history.redo', {});
  expect(await afresh()).toEqual(after);

  // A session goes with its attempts and its attendance, and comes back.
  await app.call('training.removeSession', { id: sessionId });
  const removed = await dashboards(app, ids);
  expect(removed.squad.members).not.toEqual(after.squad.members);
  await app.call('history.undo', {});
  expect(await dashboards(app, ids)).toEqual(after);

  // A new session, with somebody present, counts on the same day.
  const today = new Date().toISOString().slice(0, 10);
  const { id } = await app.call('training.createSession', {
    competencyId,
    date: today,
    durationMinutes: 60,
    workshop: '',
    expertId: null,
    notes: '',
  });
  await app.call('training.setAttendance', {
    sessionId: id,
    entries: [{ studentId, state: 'present', note: '' }],
  });
  const present = await afresh();
  expect(present.squad.members.find((one) => one.studentId === studentId)?.lastDate).toBe(today);
});

function lastLoad({ load }: RouteOutput<'insight.student'>): LoadPoint {
  const last = load.at(-1);
  if (!last) throw new Error('no load');
  return last;
}

describe('internships beside practice', () => {
  test('count in the load and in the hours, and leave every mark and result as it was', async () => {
    await using app = await openApplication({ wallClock });
    const { competencyId, studentIds } = await setUpTraining(app, { date: '2026-08-24' });
    const [studentId = '', otherId = ''] = studentIds;
    const ask = (id: string) => app.call('insight.student', { competencyId, studentId: id });
    const before = await ask(studentId);
    expect(before.internships).toEqual([]);

    const { id: partnerId } = await app.call('partners.save', aPartner);
    const internship = {
      partnerId,
      studentId,
      competencyId,
      mentorId: null,
      mentor: 'Ахметов Н.',
      startDate: '2026-08-17',
      endDate: '2026-08-28',
      place: '',
      weeklyMinutes: 1200,
      doneMinutes: null,
      state: 'done' as const,
      tasks: '',
      sections: [{ number: 1, level: 2 }],
      conclusion: '',
    };
    const { id } = await app.call('partners.saveInternship', internship);
    const dated = { ...internship, weeklyMinutes: 0, startDate: '2026-08-31', endDate: '2026-09-11' };
    await app.call('partners.saveInternship', {
      ...dated,
      competencyId: null,
      state: 'planned',
      sections: [],
    });
    const future = { ...dated, startDate: '2026-10-01', endDate: '2026-10-09', state: 'planned' as const };
    await app.call('partners.saveInternship', future);
    await app.call('partners.saveInternship', { ...internship, state: 'cancelled' });

    const after = await ask(studentId);
    expect(after.internships).toMatchObject([
      // Two days passed until today, the first of September.
      { startDate: '2026-08-31', minutes: 720, isAssumed: true },
      { id, minutes: 2400, isAssumed: false, mentorName: 'Ахметов Н.', sections: [{ number: 1, level: 2 }] },
    ]);
    const [load, loadBefore] = [lastLoad(after), lastLoad(before)];
    expect(load.chronic).toBeGreaterThan(loadBefore.chronic);
    expect(load.internship).toBeGreaterThan(0);
    expect(load.chronic - load.internship).toBeCloseTo(loadBefore.chronic, 9);
    expect(after.practiceMinutes).toBe(before.practiceMinutes);
    expect({ ...after, load: [], internships: [], next: null }).toEqual({
      ...before,
      load: [],
      internships: [],
      next: null,
    });
    expect((await ask(otherId)).internships).toEqual([]);
  });
});
