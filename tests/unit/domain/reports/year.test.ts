import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listMonths, summarizeCompetencies, summarizeEvents } from '#shared/domain/reports/year.ts';

const session = fc.record({
  competencyId: fc.constantFrom('a', 'b', 'c'),
  date: fc.constantFrom('2026-01-15', '2026-02-01', '2026-02-28', '2026-12-31'),
  minutes: fc.nat(600),
  presentCount: fc.nat(30),
});

describe('the report of a year', () => {
  it('names each month of its days once, over the turn of the year', () => {
    const nothing = { sessions: [], events: [], visits: [] };
    const months = listMonths({ from: '2025-11-20', to: '2026-02-03' }, nothing);
    expect(months.map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(listMonths({ from: '2026-03-01', to: '2026-02-01' }, nothing)).toEqual([]);
  });

  it('months and competencies come to the same hours as the sessions', () => {
    fc.assert(
      fc.property(fc.array(session), (sessions) => {
        const total = sessions.reduce((sum, one) => sum + one.minutes, 0);
        const span = { from: '2026-01-01', to: '2026-12-31' };
        const months = listMonths(span, { sessions, events: [], visits: [] });
        const competencies = summarizeCompetencies(new Map(), sessions, []);
        expect(months.reduce((sum, one) => sum + one.sessionMinutes, 0)).toBe(total);
        expect(competencies.reduce((sum, one) => sum + one.sessionMinutes, 0)).toBe(total);
        expect(competencies.map((one) => one.sessionMinutes)).toEqual(
          competencies.map((one) => one.sessionMinutes).toSorted((a, b) => b - a),
        );
      }),
    );
  });

  it('has no result where nothing was marked, and a mean that lies under the best', () => {
    const [only] = summarizeCompetencies(new Map([['a', 4]]), [], []);
    expect(only).toMatchObject({ candidateCount: 4, meanPercent: null, bestPercent: null });
    const [one] = summarizeCompetencies(
      new Map(),
      [],
      [
        { competencyId: 'a', percent: 40 },
        { competencyId: 'a', percent: 70 },
      ],
    );
    expect(one).toMatchObject({ attemptCount: 2, meanPercent: 55, bestPercent: 70 });
  });

  it('counts who came to events that were held, each student once', () => {
    const held = [
      { id: '1', kind: 'reading' as const },
      { id: '2', kind: 'sport' as const },
    ];
    const presences = [
      { eventId: '1', studentId: 'x' },
      { eventId: '2', studentId: 'x' },
      { eventId: '2', studentId: 'y' },
      { eventId: 'planned', studentId: 'z' },
    ];
    expect(summarizeEvents(held, presences)).toEqual({
      heldCount: 2,
      presenceCount: 3,
      reachedCount: 2,
      kinds: [
        { kind: 'reading', count: 1, presenceCount: 1 },
        { kind: 'sport', count: 1, presenceCount: 2 },
      ],
    });
  });
});
