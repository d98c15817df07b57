import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#shared/domain/base/allocate.ts';
import { findGap, readinessHundredths, summarizeGap, type NeededItem } from '#shared/domain/base/gap.ts';
import { supplyOn, type InventoryThing, type Supply } from '#shared/domain/base/inventory.ts';
import { neededHundredths, quantityRules, type Headcount } from '#shared/domain/base/quantityRule.ts';

const DAY = '2026-12-01';

function anItem(over: Partial<NeededItem> = {}): NeededItem {
  return {
    id: 'source',
    competencyId: 'welding',
    category: 'equipment',
    neededHundredths: 200,
    priceTiyn: 45_000_000,
    supplyIds: ['a'],
    ...over,
  };
}

function aThing(over: Partial<InventoryThing> = {}): InventoryThing {
  return {
    id: 'a',
    state: 'working',
    quantityHundredths: 100,
    lentUntil: null,
    endOfLife: null,
    calibrationDue: null,
    ...over,
  };
}

const supplies = (...things: InventoryThing[]): Supply[] => things.map((thing) => supplyOn(thing, DAY));

describe('how much is needed', () => {
  const people: Headcount = { competitors: 7, experts: 3 };
  it.each([
    // 2 for each of 7 competitors
    ['per_competitor', null, 1400],
    // 2 for each of 3 experts
    ['per_expert', null, 600],
    // 2 for all of them
    ['per_competency', null, 200],
    // 7 competitors are two groups of five, the second one begun: 2 × 2
    ['per_n_competitors', 5, 400],
    // 3 experts are two groups of two, the second one begun: 2 × 2
    ['per_n_experts', 2, 400],
  ] as const)('%s', (rule, groupSize, needed) => {
    expect(neededHundredths({ quantityHundredths: 200, rule, groupSize }, people)).toBe(needed);
  });

  it('nothing is known of an item without a quantity', () => {
    const unset = { quantityHundredths: null, rule: 'per_competitor', groupSize: null } as const;
    expect(neededHundredths(unset, people)).toBeNull();
  });
});

describe('the gap', () => {
  it('takes what works, then what can be repaired; the rest has to be got', () => {
    // Five welding sources are needed. Two work, one is broken, one goes back to the partner the day before.
    // 5 = 2 covered + 1 to be repaired + 2 to be got; 2 × 450,000 tenge = 900,000 tenge.
    const [gap] = findGap(
      [anItem({ neededHundredths: 500, supplyIds: ['a', 'b', 'c'] })],
      supplies(
        aThing({ quantityHundredths: 200 }),
        aThing({ id: 'b', state: 'broken' }),
        aThing({ id: 'c', lentUntil: '2026-11-30' }),
      ),
    );
    expect(gap).toMatchObject({
      covered: 200,
      reservedTwice: 0,
      repair: 100,
      buy: 200,
      broken: 100,
      gone: 100,
    });
    expect(gap).toMatchObject({ costTiyn: 90_000_000, isMissing: false });
  });

  it('is missing where nothing serves it, and costs nothing that is known without a price', () => {
    const [gap] = findGap([anItem({ supplyIds: [], priceTiyn: null })], []);
    expect(gap).toMatchObject({ isMissing: true, buy: 200, costTiyn: null });
    expect(summarizeGap(gap ? [gap] : [])).toMatchObject({
      missing: 1,
      short: 0,
      withoutPrice: 1,
      costTiyn: 0,
    });
  });

  it('says what two items need at the same time', () => {
    // One multimeter; the electricians and the builders of robots need one each on the same day.
    const gaps = findGap(
      [
        anItem({ id: 'electricians', neededHundredths: 100 }),
        anItem({ id: 'robots', neededHundredths: 100, competencyId: 'robotics' }),
      ],
      supplies(aThing()),
    );
    expect(gaps.map(({ covered, reservedTwice, buy }) => [covered, reservedTwice, buy])).toEqual([
      [100, 0, 0],
      [0, 100, 0],
    ]);
  });

  it('moves an item to another thing so that both are served', () => {
    // The first item could take a or b, the second one only a.
    const gaps = findGap(
      [anItem({ neededHundredths: 100, supplyIds: ['a', 'b'] }), anItem({ id: 'x', neededHundredths: 100 })],
      supplies(aThing(), aThing({ id: 'b' })),
    );
    expect(gaps.every(({ covered }) => covered === 100)).toBe(true);
  });

  it('rounds what half a unit costs up to whole tiyn', () => {
    // 1.5 m at 0.33 tenge is 49.5 tiyn.
    const [gap] = findGap([anItem({ neededHundredths: 150, supplyIds: [], priceTiyn: 33 })], []);
    expect(gap?.costTiyn).toBe(50);
  });

  it('counts a thing whose calibration has run out, and says so', () => {
    const [gap] = findGap(
      [anItem({ neededHundredths: 100 })],
      supplies(aThing({ calibrationDue: '2026-11-30' })),
    );
    expect(gap).toMatchObject({ covered: 100, uncalibrated: 100 });
  });

  it('what is written off or at its end of life covers nothing', () => {
    const [gap] = findGap(
      [anItem({ supplyIds: ['a', 'b'] })],
      supplies(aThing({ state: 'written_off' }), aThing({ id: 'b', endOfLife: '2026-11-30' })),
    );
    expect(gap).toMatchObject({ covered: 0, broken: 0, gone: 100, buy: 200, isMissing: true });
  });
});

describe('readiness', () => {
  it('is the mean of the shares', () => {
    // Masks 8 of 10, sources 1 of 3, extraction 1 of 1: (0.8 + 0.333… + 1) / 3 = 71.11 %
    const gaps = [
      { needed: 1000, covered: 800 },
      { needed: 300, covered: 100 },
      { needed: 100, covered: 100 },
    ];
    expect(readinessHundredths(gaps)).toBe(7111);
  });

  it('is not known where nothing is needed', () => {
    expect(readinessHundredths([])).toBeNull();
    expect(readinessHundredths([{ needed: 0, covered: 0 }])).toBeNull();
  });
});

/** Items and things with any links between them. */
const bases = fc
  .record({
    things: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 5 }),
    items: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 4 }),
        rule: fc.constantFrom(...quantityRules),
        groupSize: fc.integer({ min: 1, max: 3 }),
        links: fc.array(fc.nat({ max: 4 }), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ things, items }) => ({
    supplies: things.map((working, index) => ({
      id: String(index),
      working,
      broken: 0,
      gone: 0,
      uncalibrated: 0,
    })),
    items: items.map((item, index) => ({
      ...item,
      id: `i${index}`,
      supplyIds: [...new Set(item.links.map(String))],
    })),
  }));

type Base = typeof bases extends fc.Arbitrary<infer T> ? T : never;

const needsFor = (base: Base, people: Headcount): NeededItem[] =>
  base.items.map((item) =>
    anItem({
      id: item.id,
      neededHundredths: neededHundredths({ ...item, quantityHundredths: item.quantity }, people),
      supplyIds: item.supplyIds,
    }),
  );
const lacking = (base: Base, people: Headcount): number =>
  findGap(needsFor(base, people), base.supplies).reduce((sum, gap) => sum + gap.needed - gap.covered, 0);
const crowd = fc.record({ competitors: fc.nat({ max: 6 }), experts: fc.nat({ max: 3 }) });

describe('properties', () => {
  it('the parts of a gap are what is needed', () => {
    fc.assert(
      fc.property(bases, crowd, (base, people) => {
        for (const gap of findGap(needsFor(base, people), base.supplies)) {
          expect(gap.covered + gap.reservedTwice + gap.repair + gap.buy).toBe(gap.needed);
          expect(Math.min(gap.covered, gap.reservedTwice, gap.repair, gap.buy)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('more stock never worsens readiness', () => {
    fc.assert(
      fc.property(
        bases,
        crowd,
        fc.nat({ max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        (base, people, which, more) => {
          const richer = base.supplies.map((supply, index) =>
            index === which ? { ...supply, working: supply.working + more } : supply,
          );
          const needs = needsFor(base, people);
          const before = readinessHundredths(findGap(needs, base.supplies));
          const after = readinessHundredths(findGap(needs, richer));
          expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
        },
      ),
    );
  });

  it('the gap of a union of squads is at least the larger', () => {
    fc.assert(
      fc.property(bases, crowd, crowd, (base, one, other) => {
        const both = {
          competitors: one.competitors + other.competitors,
          experts: one.experts + other.experts,
        };
        expect(lacking(base, both)).toBeGreaterThanOrEqual(
          Math.max(lacking(base, one), lacking(base, other)),
        );
      }),
    );
  });

  it('the gap of two competencies at once is at least that of each alone', () => {
    fc.assert(
      fc.property(bases, bases, crowd, (base, second, people) => {
        const own = needsFor(base, people);
        const others = needsFor(second, people).map((need) => ({ ...need, id: `other-${need.id}` }));
        const sum = (needs: NeededItem[]) =>
          findGap(needs, base.supplies).reduce((total, gap) => total + gap.needed - gap.covered, 0);
        expect(sum([...own, ...others])).toBeGreaterThanOrEqual(Math.max(sum(own), sum(others)));
      }),
    );
  });

  it('nothing is given that is not there, and nobody gets more than is needed', () => {
    fc.assert(
      fc.property(bases, crowd, (base, people) => {
        const claims = needsFor(base, people).map((need) => ({
          id: need.id,
          needed: need.neededHundredths ?? 0,
          sourceIds: need.supplyIds,
        }));
        const got = allocate(
          claims,
          base.supplies.map(({ id, working }) => ({ id, available: working })),
        );
        const total = [...got.values()].reduce((sum, amount) => sum + amount, 0);
        expect(total).toBeLessThanOrEqual(base.supplies.reduce((sum, { working }) => sum + working, 0));
        for (const claim of claims) expect(got.get(claim.id) ?? 0).toBeLessThanOrEqual(claim.needed);
      }),
    );
  });

  it('serves as much of the weighted whole as any way of giving could', () => {
    // Against every way of giving whole units, for two items and two things.
    const small = fc.nat({ max: 3 });
    const need = fc.record({
      needed: fc.integer({ min: 1, max: 3 }),
      links: fc.constantFrom<string[]>(['0'], ['1'], ['0', '1']),
    });
    fc.assert(
      fc.property(small, small, need, need, (first, second, one, other) => {
        const items = [one, other].map((item, index) =>
          anItem({ id: String(index), neededHundredths: item.needed, supplyIds: item.links }),
        );
        const found = readinessHundredths(
          findGap(
            items,
            [first, second].map((working, index) => ({
              id: String(index),
              working,
              broken: 0,
              gone: 0,
              uncalibrated: 0,
            })),
          ),
        );
        const upTo = (has: boolean, most: number) =>
          Array.from({ length: has ? most + 1 : 1 }, (_, count) => count);
        let best = 0;
        for (const a of upTo(one.links.includes('0'), first))
          for (const b of upTo(one.links.includes('1'), second))
            for (const c of upTo(other.links.includes('0'), first - a))
              for (const d of upTo(other.links.includes('1'), second - b)) {
                const shares = [
                  Math.min(a + b, one.needed) / one.needed,
                  Math.min(c + d, other.needed) / other.needed,
                ];
                best = Math.max(
                  best,
                  Math.floor((((shares[0] ?? 0) + (shares[1] ?? 0)) / 2) * 10_000 + 1e-6),
                );
              }
        expect(found).toBe(best);
      }),
    );
  });
});
