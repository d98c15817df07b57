import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaKinds, type AgendaEntry } from '#shared/contract/tasks.ts';
import { listOverdue, narrowAgenda } from '#shared/domain/tasks/agenda.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

const first = toDayNumber('2026-01-01');
const entry = fc
  .record({
    kind: fc.constantFrom(...agendaKinds),
    start: fc.nat(100),
    length: fc.nat(10),
    personId: fc.constantFrom(null, 'a', 'b'),
    competencyIds: fc.subarray(['x', 'y']),
    isDuty: fc.boolean(),
    isDone: fc.boolean(),
    key: fc.uuid(),
  })
  .map(({ start, length, ...rest }): AgendaEntry => ({
    ...rest,
    rowId: rest.key,
    date: fromDayNumber(first + start),
    endDate: fromDayNumber(first + start + length),
    startTime: '',
    durationMinutes: 0,
    title: '',
    place: '',
    personName: '',
    partnerId: null,
    partnerName: '',
  }));
const span = { from: '2026-02-01', to: '2026-02-28' };

describe('the one calendar', () => {
  it('shows what touches the span, in the order of time', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const shown = narrowAgenda(entries, span);
        const dates = shown.map((one) => one.date);
        expect(dates).toEqual(dates.toSorted());
        for (const one of entries)
          expect(shown.includes(one)).toBe(one.date <= span.to && one.endDate >= span.from);
      }),
    );
  });

  it('narrowed to a person or a competency shows only theirs', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const mine = narrowAgenda(entries, { ...span, personId: 'a', competencyId: 'x' });
        expect(mine.every((one) => one.personId === 'a' && one.competencyIds.includes('x'))).toBe(true);
      }),
    );
  });

  it('calls a duty late only when its last day is over and nobody has done it', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const today = '2026-03-01';
        const late = new Set(listOverdue(entries, span, today));
        for (const one of entries)
          expect(late.has(one)).toBe(one.isDuty && !one.isDone && one.endDate < today);
      }),
    );
  });
});
