import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaKinds, type AgendaEntry } from '#shared/contract/tasks.ts';
import {
  dropPlannedTwice,
  listOverdue,
  narrowAgenda,
  orderOfDay,
  spreadOverDays,
} from '#shared/domain/tasks/agenda.ts';
import { daysOf, monthOf, stepMonth, weeksOfMonth } from '#shared/domain/tasks/month.ts';
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

describe('the month', () => {
  it('has whole weeks around its days, across years', () => {
    expect(weeksOfMonth('2026-11-28')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(stepMonth('2026-12-31', 1)).toBe('2027-01-01');
    expect(stepMonth('2026-01-31', -1)).toBe('2025-12-01');
    fc.assert(
      fc.property(fc.nat(20_000), (day) => {
        expect(daysOf(weeksOfMonth(fromDayNumber(day))).length % 7).toBe(0);
        expect(daysOf(weeksOfMonth(fromDayNumber(day)))).toContain(fromDayNumber(day));
      }),
    );
  });

  it('shows what lasts on each of its days, and nothing outside of its weeks', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const days = spreadOverDays(narrowAgenda(entries, span), span);
        for (const day of daysOf({ from: '2026-01-20', to: '2026-03-10' })) {
          const isInside = day >= span.from && day <= span.to;
          const expected = entries.filter((one) => isInside && one.date <= day && one.endDate >= day);
          expect(new Set(days.get(day) ?? [])).toEqual(new Set(expected));
        }
      }),
    );
  });

  it('says a championship once: the plan of a competency that it has is left out', () => {
    const of = (key: string, competencyIds: string[], date: string): AgendaEntry => ({
      key,
      kind: 'championship',
      rowId: key,
      date,
      endDate: date,
      startTime: '',
      durationMinutes: 0,
      title: '',
      place: '',
      personId: null,
      personName: '',
      competencyIds,
      partnerId: null,
      partnerName: '',
      isDuty: false,
      isDone: false,
    });
    const entered = { ...of('championship/1', ['x', 'y'], '2026-03-10'), endDate: '2026-03-12' };
    const same = of('plan/1', ['x'], '2026-03-11');
    const otherTrade = of('plan/2', ['z'], '2026-03-11');
    const otherDay = of('plan/3', ['x'], '2026-03-13');
    expect(dropPlannedTwice([entered, same, otherTrade, otherDay])).toEqual([entered, otherTrade, otherDay]);
  });

  it('a day tells first what has to be done, last what goes on for days, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const ordered = orderOfDay(entries);
        const places = ordered.map((one) =>
          one.isDuty && !one.isDone ? 0 : one.date === one.endDate ? 1 : 2,
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(ordered)).toEqual(new Set(entries));
      }),
    );
  });

  it('narrowed to a kind shows only that kind', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.constantFrom(...agendaKinds), (entries, kind) => {
        const filter = { from: '2026-01-01', to: '2026-12-31', kind };
        expect(narrowAgenda(entries, filter).every((one) => one.kind === kind)).toBe(true);
      }),
    );
  });
});
