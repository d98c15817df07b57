import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithPlan } from '#shared/domain/planning/adherence.ts';
import { findConflicts, type Occupancy } from '#shared/domain/planning/conflicts.ts';
import { writeCalendar } from '#shared/domain/planning/icalendar.ts';
import { daysBetween, layOutSessions, planPhases, shiftDay, weekOf } from '#shared/domain/planning/phases.ts';
import { elapsedAt, startWatch, switchWatch, waitingAt } from '#shared/domain/planning/stopwatch.ts';

describe('phases', () => {
  test('fill the days to the championship without gaps, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 60, max: 2400 }), (days, minutes) => {
        const end = shiftDay('2026-01-05', days);
        const phases = planPhases('2026-01-05', end, minutes);
        expect(phases[0]?.startDate).toBe('2026-01-05');
        expect(phases.at(-1)?.endDate).toBe(shiftDay(end, -1));
        expect(phases.at(-1)?.kind).toBe('taper');
        for (const [index, phase] of phases.entries()) {
          expect(daysBetween(phase.startDate, phase.endDate)).toBeGreaterThanOrEqual(0);
          const before = phases[index - 1];
          if (before) expect(daysBetween(before.endDate, phase.startDate)).toBe(1);
        }
      }),
    );
    expect(planPhases('2026-01-05', '2026-01-05', 600)).toEqual([]);
  });

  test('half a year has all four, the last two weeks with half of the hours', () => {
    const phases = planPhases('2026-01-05', '2026-07-06', 600);
    expect(phases.map((phase) => phase.kind)).toEqual(['general', 'special', 'competition', 'taper']);
    expect(phases.at(-1)).toMatchObject({
      startDate: '2026-06-22',
      endDate: '2026-07-05',
      weeklyMinutes: 300,
    });
  });

  test('sessions lie on the weekdays asked for, and mock days in the competition-like phase', () => {
    const phases = planPhases('2026-01-05', '2026-07-06', 600);
    const sessions = layOutSessions(phases, { weekdays: [2, 4, 6], longestMinutes: 360 });
    const weekday = (date: string): number => daysBetween(weekOf(date), date) + 1;
    expect(new Set(sessions.map((one) => weekday(one.date)))).toEqual(new Set([2, 4, 6]));
    const mocks = sessions.filter((one) => one.kind === 'mock');
    expect(mocks.length).toBeGreaterThan(1);
    expect(mocks.every((one) => one.phase === 'competition' && weekday(one.date) === 6)).toBe(true);
    const week = sessions.filter((one) => weekOf(one.date) === '2026-03-30');
    expect(week.reduce((sum, one) => sum + one.durationMinutes, 0)).toBe(600);
  });
});

test('bands of planned against done', () => {
  const bandOf = (done: number) => compareWithPlan(100, done).band;
  expect([80, 100, 120].map(bandOf)).toEqual(['as_planned', 'as_planned', 'as_planned']);
  expect([50, 79, 121, 150].map(bandOf)).toEqual(['off', 'off', 'off', 'off']);
  expect([49, 151, 0].map(bandOf)).toEqual(['far', 'far', 'missing']);
  expect(compareWithPlan(100, 85).differencePercent).toBe(-15);
  expect(compareWithPlan(0, 30)).toMatchObject({ band: 'unplanned', differencePercent: null });
});

test('conflicts: the same workshop, expert or student at the same time, and a student who is away', () => {
  const session = (patch: Partial<Occupancy>): Occupancy => ({
    id: 'a',
    date: '2026-03-02',
    startTime: '09:00',
    durationMinutes: 120,
    workshop: '12',
    expertId: 'e1',
    studentIds: ['s1'],
    ...patch,
  });
  const kinds = (patch: Partial<Occupancy>) =>
    findConflicts([session({}), session({ id: 'b', ...patch })], []).map((one) => one.kind);
  expect(kinds({})).toEqual(['workshop', 'expert', 'student']);
  expect(kinds({ startTime: '11:00' })).toEqual([]);
  expect(kinds({ startTime: '10:59', workshop: '', expertId: null, studentIds: [] })).toEqual([]);
  expect(kinds({ date: '2026-03-03' })).toEqual([]);
  expect(kinds({ startTime: '' })).toEqual([]);
  const away = [{ studentId: 's1', fromDate: '2026-03-01', toDate: '2026-03-02' }];
  expect(findConflicts([session({})], away)).toEqual([
    { kind: 'absence', sessionId: 'a', otherId: null, studentIds: ['s1'] },
  ]);
});

test('a stopwatch counts work and waiting apart, and goes on by the clock', () => {
  const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();
  let watch = startWatch(at(0));
  watch = switchWatch(watch, 'waiting', at(20));
  expect(elapsedAt(watch, at(30))).toBe(20 * 60);
  expect(waitingAt(watch, at(30))).toBe(10 * 60);
  watch = switchWatch(watch, 'running', at(35));
  watch = switchWatch(watch, 'stopped', at(45));
  expect(elapsedAt(watch, at(59))).toBe(30 * 60);
  expect(waitingAt(watch, at(59))).toBe(15 * 60);
  expect(switchWatch(watch, 'running', at(59))).toEqual(watch);
  expect(elapsedAt(startWatch(at(10)), at(5))).toBe(0);
});

test('a calendar file: folded at 75 octets, escaped, whole days without a time, over midnight', () => {
  const entry = {
    id: '1',
    title: 'Дәнекерлеу; сынақ, екінші модуль: тік құбырларды дәнекерлеу және тексеру',
    description: '',
    place: 'Шеберхана 12',
    date: '2026-03-02',
    startTime: '23:00',
    durationMinutes: 120,
  };
  const text = writeCalendar([entry, { ...entry, id: '2', startTime: '' }], '2026-03-01T08:00:00.000Z');
  const lines = text.split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('SUMMARY:Дәнекерлеу\\; сынақ\\, екінші');
  expect(unfolded).toContain('DTSTART:20260302T230000\r\nDTEND:20260303T010000');
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260303');
  expect(unfolded).toContain('DTSTAMP:20260301T080000Z');
  const days = writeCalendar(
    [{ ...entry, startTime: '', endDate: '2026-03-04' }],
    '2026-03-01T08:00:00.000Z',
  );
  expect(days).toContain('DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260305');
});
