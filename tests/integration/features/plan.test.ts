import { describe, expect, test } from 'vitest';
import type { RouteInput } from '#shared/contract/registry.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { findCompetency, setUpTraining } from '../../helpers/training.ts';

let now = Date.UTC(2026, 2, 2, 8);
const wallClock = (): number => now;

async function makePlan(app: TestApplication, patch: Partial<RouteInput<'plan.create'>> = {}) {
  const competencyId = patch.competencyId ?? (await findCompetency(app, '15'));
  return app.call('plan.create', {
    competencyId,
    title: 'Облыстық чемпионатқа',
    startDate: '2026-03-02',
    championshipDate: '2026-06-01',
    weeklyMinutes: 480,
    longestMinutes: 300,
    weekdays: [1, 3, 5],
    startTime: '09:00',
    workshop: '12',
    expertId: null,
    templateId: null,
    ...patch,
  });
}

const span = { from: '2026-03-01', to: '2026-06-30' };

describe('a plan', () => {
  test('is laid out backwards from its day, shifted, saved, copied, removed and brought back', async () => {
    await using app = await openApplication({ wallClock });
    const { id, sessionCount } = await makePlan(app);
    const plan = await app.call('plan.get', { id });
    expect(plan.phases.map((phase) => phase.kind)).toEqual(['general', 'special', 'competition', 'taper']);
    expect(plan.sessionCount).toBe(sessionCount);

    await app.call('plan.shift', { id, championshipDate: '2026-06-08' });
    const shifted = await app.call('plan.calendar', span);
    expect(shifted.sessions[0]).toMatchObject({ date: '2026-03-09', originalDate: '2026-03-02' });
    expect((await app.call('plan.get', { id })).phases.at(-1)?.endDate).toBe('2026-06-07');

    await app.call('plan.setMilestones', {
      planId: id,
      milestones: [{ date: '2026-05-01', title: 'Бірінші сынақ', targetHundredths: 7000 }],
    });
    const template = await app.call('plan.saveTemplate', { planId: id, title: 'Үш ай' });
    const other = await findCompetency(app, '17');
    const copy = await app.call('plan.copy', {
      id,
      competencyId: other,
      championshipDate: '2026-10-05',
      title: 'Көшірме',
    });
    const copied = await app.call('plan.get', { id: copy.id });
    expect(copied.sessionCount).toBe(sessionCount);
    expect(copied.milestones).toMatchObject([{ date: '2026-08-28', targetHundredths: 7000 }]);
    const again = await makePlan(app, { templateId: template.id, competencyId: other });
    expect((await app.call('plan.get', { id: again.id })).milestones).toHaveLength(1);

    await app.call('plan.remove', { id });
    expect(await app.refused('plan.get', { id })).toBe('not_found');
    await app.call('history.undo', {});
    expect((await app.call('plan.get', { id })).sessionCount).toBe(sessionCount);
    expect(
      await app.refused('plan.create', { ...(await inputOf(app)), championshipDate: '2026-03-02' }),
    ).toBe('plan_dates');
  });

  test('sessions are moved, started, and compared with what was done', async () => {
    await using app = await openApplication({ wallClock });
    const { competencyId, studentIds, sessionId } = await setUpTraining(app);
    await app.call('training.removeSession', { id: sessionId });
    await makePlan(app, { competencyId });
    const [first, second] = (await app.call('plan.calendar', span)).sessions;
    if (!first || !second) throw new Error('no sessions');
    const started = await app.call('plan.startSession', { id: first.id });
    expect(await app.call('plan.startSession', { id: first.id })).toEqual(started);
    const session = await app.call('training.getSession', { id: started.sessionId });
    expect(session.attendance.map((one) => one.studentId).toSorted()).toEqual(studentIds.toSorted());
    expect(await app.refused('plan.moveSession', { id: first.id, date: '2026-03-03' })).toBe('in_use');
    await app.call('plan.moveSession', { id: second.id, date: '2026-03-05' });
    const { sessions } = await app.call('plan.calendar', span);
    expect(sessions.find((one) => one.id === first.id)?.adherence).toMatchObject({ band: 'as_planned' });
    expect(sessions.find((one) => one.id === second.id)).toMatchObject({
      date: '2026-03-05',
      originalDate: '2026-03-04',
      adherence: null,
    });

    now = Date.UTC(2026, 2, 9, 8);
    const later = await app.call('plan.calendar', span);
    expect(later.sessions.find((one) => one.id === second.id)?.adherence?.band).toBe('missing');
    const { weeks, students } = await app.call('plan.adherence', span);
    expect(weeks[0]?.week).toBe('2026-03-02');
    expect(weeks[0]?.band).toBe('far');
    expect(students).toHaveLength(studentIds.length);
    now = Date.UTC(2026, 2, 2, 8);
  });

  test('planned against done is told per week, competency, expert and student', async () => {
    now = Date.UTC(2026, 2, 9, 8);
    await using app = await openApplication({ wallClock });
    const { competencyId, studentIds, sessionId } = await setUpTraining(app, { students: 2 });
    const [come = '', away = ''] = studentIds;
    const { id: expertId } = await app.call('people.createExpert', {
      surname: 'Ахметов',
      givenName: 'Дәурен',
      patronymic: '',
      organisation: '',
      position: '',
      phone: '',
      email: '',
      notes: '',
    });
    const planned = {
      competencyId,
      planId: null,
      date: '2026-03-02',
      startTime: '09:00',
      durationMinutes: 180,
      kind: 'practice' as const,
      workshop: '',
      focus: '',
      expertId,
      schemeId: null,
      sectionNumbers: [],
      studentIds: null,
    };
    const { id } = await app.call('plan.createSession', planned);
    await app.call('plan.createSession', { ...planned, date: '2026-03-04', durationMinutes: 120 });
    await app.call('training.removeSession', { id: sessionId });
    now = Date.UTC(2026, 2, 2, 8);
    const held = await app.call('plan.startSession', { id });
    await app.call('training.setAttendance', {
      sessionId: held.sessionId,
      entries: [{ studentId: away, state: 'absent' }],
    });
    now = Date.UTC(2026, 2, 9, 8);
    const told = await app.call('plan.adherence', span);
    const figures = { plannedMinutes: 300, doneMinutes: 180, differencePercent: -40, band: 'off' };
    expect(told.weeks).toMatchObject([{ week: '2026-03-02', ...figures }]);
    expect(told.competencies).toMatchObject([{ id: competencyId, ...figures }]);
    expect(told.experts).toMatchObject([{ id: expertId, ...figures }]);
    const ofStudent = (studentId: string) => told.students.find((one) => one.id === studentId);
    expect(ofStudent(come)).toMatchObject(figures);
    expect(ofStudent(away)).toMatchObject({ plannedMinutes: 300, doneMinutes: 0, band: 'missing' });
    now = Date.UTC(2026, 2, 2, 8);
  });

  test('shows who cannot come, and goes out as a calendar file', async () => {
    await using app = await openApplication({ wallClock });
    const { competencyId, studentIds } = await setUpTraining(app);
    await makePlan(app, { competencyId });
    const studentId = studentIds[0] ?? '';
    const absence = { studentId, fromDate: '2026-03-04', toDate: '2026-03-04', reason: 'емтихан' };
    const { id } = await app.call('plan.addAbsence', absence);
    const { conflicts } = await app.call('plan.calendar', span);
    expect(conflicts).toMatchObject([{ kind: 'absence', names: [expect.stringContaining('Оқушы')] }]);
    await app.call('plan.removeAbsence', { id });
    expect((await app.call('plan.calendar', span)).conflicts).toEqual([]);
    await weeklyHours(app, studentId);
    const file = await app.call('plan.exportCalendar', { ...span, language: 'kk' });
    expect(file.content.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(30);
  });
});

/** Hours of every week: told in the calendar, refused when they make no sense, undone. */
async function weeklyHours(app: TestApplication, studentId: string): Promise<void> {
  const hours = {
    studentId,
    kind: 'cannot',
    weekdays: [3, 1, 3],
    fromTime: '08:00',
    toTime: '10:00',
    reason: 'сабақ',
  } as const;
  const noted = { ...hours, weekdays: [...hours.weekdays] };
  const { id } = await app.call('plan.addWeeklyHours', noted);
  expect((await app.call('plan.listWeeklyHours', {})).hours).toMatchObject([
    { id, kind: 'cannot', weekdays: [1, 3], fromTime: '08:00', reason: 'сабақ' },
  ]);
  const { sessions, conflicts } = await app.call('plan.calendar', span);
  // The sessions of the plan are on Monday, Wednesday and Friday at nine.
  const outside = conflicts.filter((one) => one.kind === 'hours');
  const days = outside.map((one) => sessions.find((session) => session.id === one.sessionId)?.date ?? '');
  expect(new Set(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual(new Set([1, 3]));
  expect(outside[0]?.names[0]).toContain('Оқушы');
  // The plan says beforehand how many of its sessions are concerned, and when the first one is.
  const [plan] = (await app.call('plan.list', {})).plans;
  expect(plan?.clashes).toEqual({ sessionCount: outside.length, firstDate: days.toSorted()[0] });
  expect(await app.refused('plan.addWeeklyHours', { ...noted, toTime: '' })).toBe('plan_times');
  expect(await app.refused('plan.addWeeklyHours', { ...noted, toTime: '07:00' })).toBe('plan_times');
  expect(await app.refused('plan.addWeeklyHours', { ...noted, weekdays: [8] })).toBe('bad_input');
  const unknown = '00000000-0000-7000-8000-000000000000';
  expect(await app.refused('plan.addWeeklyHours', { ...noted, studentId: unknown })).toBe('not_found');
  await app.call('plan.removeWeeklyHours', { id });
  expect((await app.call('plan.calendar', span)).conflicts).toEqual([]);
  expect((await app.call('plan.list', {})).plans[0]?.clashes).toEqual({ sessionCount: 0, firstDate: null });
  await app.call('history.undo', {});
  expect((await app.call('plan.calendar', span)).conflicts).toHaveLength(outside.length);
  await app.call('plan.removeWeeklyHours', { id });
}

async function inputOf(app: TestApplication): Promise<RouteInput<'plan.create'>> {
  return {
    competencyId: await findCompetency(app, '15'),
    title: 'Жоспар',
    startDate: '2026-03-02',
    championshipDate: '2026-06-01',
    weeklyMinutes: 480,
    longestMinutes: 300,
    weekdays: [1],
    startTime: '',
    workshop: '',
    expertId: null,
    templateId: null,
  };
}

describe('practice', () => {
  test('a stopwatch survives a restart, waiting is not counted, stopping gives the attempt its time', async () => {
    now = Date.UTC(2026, 2, 2, 8);
    await using app = await openApplication({ wallClock });
    const { sessionId, studentIds } = await setUpTraining(app);
    const { ids } = await app.call('practice.startTimers', { sessionId, studentIds, label: 'B модулі' });
    now += 30 * 60_000;
    await app.restart();
    await app.call('practice.switchTimers', { ids, state: 'waiting' });
    now += 10 * 60_000;
    await app.call('practice.switchTimers', { ids, state: 'running' });
    now += 15 * 60_000;
    await app.call('practice.switchTimers', { ids, state: 'stopped' });
    const { timers } = await app.call('practice.getBoard', { sessionId });
    expect(timers[0]).toMatchObject({ state: 'stopped', elapsedSeconds: 45 * 60, waitingSeconds: 10 * 60 });
    const { attempts } = await app.call('training.getSession', { id: sessionId });
    expect(attempts.map((attempt) => attempt.durationMinutes)).toEqual(studentIds.map(() => 45));
    now = Date.UTC(2026, 2, 2, 8);
  });

  test('incidents are noted, the last session is repeated with its people and scheme', async () => {
    await using app = await openApplication({ wallClock });
    const { sessionId, studentIds, competencyId } = await setUpTraining(app);
    const studentId = studentIds[0] ?? null;
    await app.call('practice.addIncident', {
      sessionId,
      studentId,
      category: 'safety',
      note: 'көзілдіріксіз',
    });
    const { incidents } = await app.call('practice.getBoard', { sessionId });
    expect(incidents).toMatchObject([{ category: 'safety', studentId }]);
    const repeated = await app.call('practice.repeatLast', { competencyId, date: '2026-03-09' });
    const session = await app.call('training.getSession', { id: repeated.sessionId });
    expect(session.attempts).toHaveLength(studentIds.length);
    expect(session.attempts.every((attempt) => attempt.markedCount === 0)).toBe(true);
    const same = await app.call('practice.repeatLast', { competencyId, date: '2026-03-10', sessionId });
    expect((await app.call('training.getSession', { id: same.sessionId })).attempts).toHaveLength(
      studentIds.length,
    );
    const elsewhere = await findCompetency(app, '17');
    expect(await app.refused('practice.repeatLast', { competencyId: elsewhere, date: '2026-03-10' })).toBe(
      'not_found',
    );
  });

  test('the next module stops the clock of the one before, and open clocks are found again', async () => {
    now = Date.UTC(2026, 2, 2, 8);
    await using app = await openApplication({ wallClock });
    const { sessionId, studentIds, competencyId } = await setUpTraining(app);
    await app.call('practice.startTimers', { sessionId, studentIds, label: 'A' });
    now += 20 * 60_000;
    await app.call('practice.startTimers', { sessionId, studentIds: studentIds.slice(0, 1), label: 'B' });
    const { timers } = await app.call('practice.getBoard', { sessionId });
    expect(timers.filter((timer) => timer.state === 'stopped')).toMatchObject([
      { label: 'A', studentId: studentIds[0], elapsedSeconds: 20 * 60 },
    ]);
    await app.restart();
    expect((await app.call('practice.listOpen', {})).sessions).toEqual([
      { sessionId, competencyId, date: '2026-03-02', running: studentIds.length, standing: 0 },
    ]);
    const { sessions } = await app.call('practice.listOpen', {});
    expect(sessions).toHaveLength(1);
    await app.call('history.undo', {});
    const before = await app.call('practice.getBoard', { sessionId });
    expect(before.timers.map((timer) => timer.state)).toEqual(studentIds.map(() => 'running'));
    now = Date.UTC(2026, 2, 2, 8);
  });
});
