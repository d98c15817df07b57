import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeByTurns } from '#shared/lib/takeByTurns.ts';

it('leaves room for each kind, and keeps kinds and their order together', () => {
  expect(takeByTurns([['a', 'b', 'c'], ['x']], 3)).toEqual(['a', 'b', 'x']);
  expect(takeByTurns([['a', 'b', 'c'], [], ['x', 'y', 'z']], 4)).toEqual(['a', 'b', 'x', 'y']);
  expect(takeByTurns([], 4)).toEqual([]);
});

it('takes as many as there are up to the limit, and hides no kind while it has room for all', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 5 }), fc.nat(20), (sizes, limit) => {
      const groups = sizes.map((size, group) => Array.from({ length: size }, (_, at) => ({ group, at })));
      const taken = takeByTurns(groups, limit);
      const all = sizes.reduce((sum, size) => sum + size, 0);
      expect(taken).toHaveLength(Math.min(limit, all));
      if (limit >= sizes.length)
        for (const [group, size] of sizes.entries())
          expect(taken.some((one) => one.group === group)).toBe(size > 0);
      for (const [group] of sizes.entries()) {
        const own = taken.filter((one) => one.group === group);
        expect(own.map(({ at }) => at)).toEqual(own.map((_, at) => at));
      }
    }),
  );
});
