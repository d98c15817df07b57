import { describe, expect, test } from 'vitest';
import type { RouteInput } from '#shared/contract/registry.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';
import { setUpTraining } from '../../helpers/training.ts';

const wallClock = (): number => Date.UTC(2026, 2, 9, 8);

const anEvent: RouteInput<'events.save'> = {
  kind: 'reading',
  title: 'Абай: қара сөздер',
  series: 'Бір кітап',
  date: '2026-03-04',
  startTime: '15:00',
  durationMinutes: 90,
  place: 'Кітапхана',
  organiserId: null,
  organiser: 'Кітапхана',
  partnerId: null,
  aims: ['communication', 'culture'],
  state: 'held',
  description: '',
};

const present = (studentId: string) => ({
  studentId,
  role: 'participant' as const,
  presence: 'present' as const,
  note: '',
});

async function addStudent(app: TestApplication, surname: string, groupName: string): Promise<string> {
  return (await app.call('people.createStudent', aStudent({ surname, groupName }))).id;
}

describe('events', () => {
  test('participants are replaced as a whole, kept with their marks, and come back by undo', async () => {
    await using app = await openApplication({ wallClock });
    const one = await addStudent(app, 'Әлиев', 'ДІ-21');
    const other = await addStudent(app, 'Бекова', 'ДІ-21');
    const { id } = await app.call('events.save', anEvent);
    await app.call('events.setParticipants', { eventId: id, participants: [present(one), present(other)] });
    await app.call('events.setParticipants', {
      eventId: id,
      participants: [{ ...present(one), role: 'speaker', note: 'Баяндады' }],
    });
    expect((await app.call('events.get', { id })).participants).toMatchObject([
      { studentId: one, role: 'speaker', note: 'Баяндады' },
    ]);
    await app.call('history.undo', {});
    expect((await app.call('events.get', { id })).event.presentCount).toBe(2);
    await app.call('events.remove', { id });
    expect((await app.call('events.list', {})).events).toEqual([]);
    expect((await app.call('events.portfolio', { studentId: one })).events).toEqual([]);
    await app.call('history.undo', {});
    expect((await app.call('events.portfolio', { studentId: one })).events).toHaveLength(1);
    expect((await app.call('events.search', { text: 'абай' })).found).toMatchObject([{ kind: 'event', id }]);
  });

  test('the balance counts only what was held, in the span, and those who were there', async () => {
    await using app = await openApplication({ wallClock });
    const { studentIds } = await setUpTraining(app);
    const [first = '', second = ''] = studentIds;
    const { id } = await app.call('events.save', anEvent);
    await app.call('events.setParticipants', {
      eventId: id,
      participants: [present(first), { ...present(second), presence: 'absent' }],
    });
    const planned = await app.call('events.save', { ...anEvent, state: 'planned', date: '2026-03-20' });
    await app.call('events.setParticipants', { eventId: planned.id, participants: [present(first)] });
    const { students, groups } = await app.call('events.balance', { from: '2026-03-01', to: '2026-03-31' });
    const of = (studentId: string) => students.find((student) => student.studentId === studentId);
    expect(of(first)).toMatchObject({ eventCount: 1, practiceMinutes: 180 });
    expect(
      of(first)
        ?.aims.filter(({ count }) => count > 0)
        .map(({ aim }) => aim),
    ).toEqual(['communication', 'culture']);
    expect(of(second)?.eventCount).toBe(0);
    expect(groups.reduce((sum, group) => sum + group.visitCount, 0)).toBe(1);
    const before = await app.call('events.balance', { from: '2025-01-01', to: '2025-12-31' });
    expect(before.students.every(({ eventCount }) => eventCount === 0)).toBe(true);
  });

  test('awards are kept, changed and removed; an event of nobody is refused', async () => {
    await using app = await openApplication({ wallClock });
    const studentId = await addStudent(app, 'Әлиев', 'ДІ-21');
    const award = {
      studentId,
      kind: 'championship' as const,
      title: 'Байқау',
      issuer: '',
      date: '2026-02-01',
    };
    const { id } = await app.call('events.saveAward', { ...award, result: '2-орын' });
    await app.call('events.saveAward', { ...award, id, result: '1-орын' });
    expect((await app.call('events.portfolio', { studentId })).awards).toMatchObject([{ result: '1-орын' }]);
    await app.call('events.removeAward', { id });
    expect((await app.call('events.portfolio', { studentId })).awards).toEqual([]);
    const nobody = '019b76da-0000-7000-8000-00000000abcd';
    const participants = [present(nobody)];
    const event = await app.call('events.save', anEvent);
    expect(await app.refused('events.setParticipants', { eventId: event.id, participants })).toBe(
      'not_found',
    );
    expect(await app.refused('events.get', { id: nobody })).toBe('not_found');
  });
});
