import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionKinds, type InternshipRow } from '#shared/contract/partnerRecords.ts';
import {
  internshipMinutes,
  internshipMinutesUntil,
  partnerFigures,
} from '#shared/domain/partners/figures.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

const gift = fc.record({
  kind: fc.constantFrom(...contributionKinds),
  quantity: fc.nat(1000),
  valueTenge: fc.option(fc.nat(1_000_000)),
});
const person = fc.record({ role: fc.constantFrom('mentor' as const, 'judge' as const, 'both' as const) });

const anInternship: InternshipRow = {
  id: 'a',
  studentId: 's',
  studentName: '',
  partnerId: 'p',
  partnerName: '',
  competencyId: null,
  mentorId: null,
  mentor: '',
  mentorName: '',
  startDate: '2026-03-02',
  endDate: '2026-03-15',
  place: '',
  weeklyMinutes: 600,
  doneMinutes: null,
  state: 'planned',
  tasks: '',
  sections: [],
  conclusion: '',
};
const internship = fc
  .record({
    start: fc.nat(400),
    length: fc.nat(90),
    weeklyMinutes: fc.nat(3000),
    doneMinutes: fc.option(fc.nat(10_000)),
    state: fc.constantFrom('planned' as const, 'done' as const, 'cancelled' as const),
  })
  .map(({ start, length, ...rest }): InternshipRow => {
    const startDate = fromDayNumber(toDayNumber('2026-01-01') + start);
    return { ...anInternship, ...rest, startDate, endDate: fromDayNumber(toDayNumber(startDate) + length) };
  });

const giver = fc.record({ gifts: fc.array(gift), internships: fc.array(internship) });

describe('an internship', () => {
  it('takes its weekly minutes over its days, or what was written down', () => {
    expect(internshipMinutes(anInternship)).toBe(1200);
    expect(internshipMinutes({ ...anInternship, doneMinutes: 900 })).toBe(900);
  });

  it('counts in proportion while it runs, all of it when it is over, nothing when it was cancelled', () => {
    expect(internshipMinutesUntil(anInternship, '2026-03-01')).toBe(0);
    expect(internshipMinutesUntil(anInternship, '2026-03-08')).toBe(600);
    expect(internshipMinutesUntil(anInternship, '2026-04-01')).toBe(1200);
    expect(internshipMinutesUntil({ ...anInternship, state: 'cancelled' }, '2026-04-01')).toBe(0);
  });

  it('never counts less on a later day', () => {
    fc.assert(
      fc.property(internship, fc.nat(600), fc.nat(60), (one, offset, later) => {
        const today = toDayNumber('2025-12-01') + offset;
        const [before, after] = [fromDayNumber(today), fromDayNumber(today + later)];
        expect(internshipMinutesUntil(one, after)).toBeGreaterThanOrEqual(
          internshipMinutesUntil(one, before),
        );
        expect(internshipMinutesUntil(one, after)).toBeLessThanOrEqual(internshipMinutes(one));
      }),
    );
  });
});

describe('what partners gave', () => {
  it('of two partners together is the sum of what each gave', () => {
    fc.assert(
      fc.property(giver, giver, fc.array(person), (first, second, people) => {
        const one = partnerFigures(first.gifts, first.internships, people);
        const other = partnerFigures(second.gifts, second.internships, people);
        const both = partnerFigures(
          [...first.gifts, ...second.gifts],
          [...first.internships, ...second.internships],
          [...people, ...people],
        );
        expect(both.valueTenge).toBe(one.valueTenge + other.valueTenge);
        expect(both.internshipCount).toBe(one.internshipCount + other.internshipCount);
        expect(both.internshipMinutes).toBe(one.internshipMinutes + other.internshipMinutes);
        expect(both.mentorCount).toBe(one.mentorCount + other.mentorCount);
        const quantityOf = (figures: typeof both): number =>
          figures.kinds.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(quantityOf(both)).toBe(quantityOf(one) + quantityOf(other));
      }),
    );
  });
});
