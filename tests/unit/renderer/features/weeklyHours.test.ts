import { expect, test } from 'vitest';
import {
  emptyHours,
  hoursInput,
  timesProblem,
  typedTime,
} from '../../../../renderer/features/plan/weeklyHours.ts';

test('a time is read as people type it', () => {
  expect(['', ' 9:00 ', '09.30', '23:59', '24:00', '9', '09:60', 'x'].map(typedTime)).toEqual([
    '',
    '09:00',
    '09:30',
    '23:59',
    null,
    null,
    null,
    null,
  ]);
});

test('a form is sent when it has a student, a weekday, and two times in order or none', () => {
  const draft = { ...emptyHours, studentId: 's', weekdays: ['2', '1'], reason: ' сабақ ' };
  expect(hoursInput(draft)).toEqual({
    studentId: 's',
    kind: 'cannot',
    weekdays: [2, 1],
    fromTime: '',
    toTime: '',
    reason: 'сабақ',
  });
  expect(hoursInput({ ...draft, fromTime: '8:30', toTime: '10.00' })).toMatchObject({
    fromTime: '08:30',
    toTime: '10:00',
  });
  expect(hoursInput({ ...draft, studentId: null })).toBeNull();
  expect(hoursInput({ ...draft, weekdays: [] })).toBeNull();
  for (const [fromTime, toTime] of [
    ['10:00', '09:00'],
    ['10:00', ''],
    ['', '10:00'],
    ['10:00', '10:00'],
    ['a', 'b'],
  ] as const)
    expect(timesProblem({ fromTime, toTime })).toBe(true);
});
