import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TimerRow } from '#shared/contract/practice.ts';
import {
  actionOfKey,
  clockText,
  listClocks,
  readClock,
} from '../../../../../renderer/features/training/board/clocks.ts';

const timer = (patch: Partial<TimerRow>): TimerRow => ({
  id: 't',
  sessionId: 's',
  studentId: 'a',
  attemptId: null,
  label: '',
  state: 'stopped',
  runningSince: null,
  elapsedSeconds: 0,
  waitingSince: null,
  waitingSeconds: 0,
  ...patch,
});

it('shows the open clock of each student and adds up the modules that are done', () => {
  const clocks = listClocks(
    ['a', 'b'],
    [
      timer({ id: '1', label: 'A', elapsedSeconds: 60 }),
      timer({ id: '2', label: 'A', elapsedSeconds: 30 }),
      timer({ id: '3', label: 'B', state: 'paused', elapsedSeconds: 5 }),
    ],
  );
  expect(clocks).toMatchObject([
    { studentId: 'a', open: { id: '3' }, past: [{ label: 'A', seconds: 90 }] },
    { studentId: 'b', open: null, past: [] },
  ]);
});

it('counts on from the stored moment and tells waiting apart', () => {
  const running = timer({ state: 'running', runningSince: '2026-03-02T08:00:00.000Z', elapsedSeconds: 10 });
  expect(readClock(running, '2026-03-02T09:00:05.000Z')).toEqual({ work: '1:00:15', waiting: null });
  const waiting = timer({ state: 'waiting', waitingSince: '2026-03-02T08:00:00.000Z', elapsedSeconds: 61 });
  expect(readClock(waiting, '2026-03-02T08:02:00.000Z')).toEqual({ work: '01:01', waiting: '02:00' });
});

it('writes seconds so that they can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359_999 }), (seconds) => {
      const parts = clockText(seconds).split(':').map(Number);
      expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(seconds);
    }),
  );
});

it('knows keys by their place', () => {
  expect(['Space', 'KeyW', 'KeyX', 'KeyI', 'KeyQ'].map(actionOfKey)).toEqual([
    'toggle',
    'waiting',
    'stop',
    'incident',
    null,
  ]);
});
