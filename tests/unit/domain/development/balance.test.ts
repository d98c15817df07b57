import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthAims } from '#shared/contract/developmentEvents.ts';
import { countAims, groupShares } from '#shared/domain/development/balance.ts';

describe('the balance of growth', () => {
  it('counts each aim of each event once, all aims in order', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ aims: fc.subarray([...growthAims]) })), (events) => {
        const counts = countAims(events);
        expect(counts.map(({ aim }) => aim)).toEqual([...growthAims]);
        const total = counts.reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(events.reduce((sum, { aims }) => sum + aims.length, 0));
      }),
    );
  });

  it('groups hold all students, and reach no more than they have', () => {
    const member = fc.record({ groupName: fc.constantFrom('', 'A', 'B'), eventCount: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(member), (students) => {
        const groups = groupShares(students);
        expect(groups.reduce((sum, one) => sum + one.studentCount, 0)).toBe(students.length);
        for (const one of groups) expect(one.reachedCount).toBeLessThanOrEqual(one.studentCount);
      }),
    );
  });
});
