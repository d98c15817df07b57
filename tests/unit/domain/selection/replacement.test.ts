import { describe, expect, test } from 'vitest';
import { followHandovers, offerReplacements, type TeamPlace } from '#shared/domain/selection/replacement.ts';
import { greatestGrowth, standingOf } from '#shared/domain/selection/standing.ts';

const place = (studentId: string, competencyId: string, seat: TeamPlace['seat']): TeamPlace => ({
  studentId,
  competencyId,
  seat,
});

describe('the team after replacements', () => {
  const team = [place('a', 'c1', 'main'), place('b', 'c1', 'reserve'), place('a', 'c2', 'main')];

  test('the reserve moves up; who leaves one competency keeps the place in another', () => {
    const out = { competencyId: 'c1', seat: 'main' as const, outStudentId: 'a', inStudentId: 'b' };
    expect(followHandovers(team, [out]).team).toEqual([place('a', 'c2', 'main'), place('b', 'c1', 'main')]);
  });

  test('follow one another, and a place may stay empty', () => {
    const handovers = [
      { competencyId: 'c1', seat: 'main' as const, outStudentId: 'a', inStudentId: 'b' },
      { competencyId: 'c1', seat: 'main' as const, outStudentId: 'b', inStudentId: null },
    ];
    expect(followHandovers(team, handovers).team).toEqual([place('a', 'c2', 'main')]);
  });
});

describe('a place that became free', () => {
  const team = [place('a', 'c1', 'main'), place('b', 'c1', 'reserve')];
  const moveUp = { competencyId: 'c1', seat: 'main' as const, outStudentId: 'a', inStudentId: 'b' };

  test('is that of the reserve who moved up, and one that was left to nobody', () => {
    expect(followHandovers(team, [moveUp]).free).toEqual([place('b', 'c1', 'reserve')]);
    const left = { ...moveUp, inStudentId: null };
    expect(followHandovers(team, [left]).free).toEqual([place('a', 'c1', 'main')]);
  });

  test('can be filled: who had it last stays where they are now', () => {
    const fill = { competencyId: 'c1', seat: 'reserve' as const, outStudentId: 'b', inStudentId: 'c' };
    expect(followHandovers(team, [moveUp, fill])).toEqual({
      team: [place('b', 'c1', 'main'), place('c', 'c1', 'reserve')],
      free: [],
    });
  });
});

describe('who is offered', () => {
  const candidate = (studentId: string, value: number, own: TeamPlace | null, isEligible = true) => ({
    studentId,
    value,
    isEligible,
    place: own,
  });
  const squad = [
    candidate('weakReserve', 40, place('weakReserve', 'c', 'reserve')),
    candidate('bestReserve', 60, place('bestReserve', 'c', 'reserve')),
    candidate('free', 90, null),
    candidate('mainElsewhere', 95, place('mainElsewhere', 'other', 'main')),
    candidate('notEligible', 99, null, false),
  ];

  test('the best reserve first, then who has no place; nobody who may not or is taken', () => {
    const offers = offerReplacements(squad, { competencyId: 'c', seat: 'main' });
    expect(offers.map(({ studentId }) => studentId)).toEqual(['bestReserve', 'weakReserve', 'free']);
  });

  test('a free place in reserve is not offered to the reserve', () => {
    const offers = offerReplacements(squad, { competencyId: 'c', seat: 'reserve' });
    expect(offers.map(({ studentId }) => studentId)).toEqual(['free']);
  });
});

describe("a student's own standing", () => {
  const one = (studentId: string, value: number, isEligible = true) => ({
    studentId,
    competencyId: 'c',
    value,
    isEligible,
    parts: [],
  });
  const squad = [one('first', 80), one('second', 70), one('third', 90), one('barred', 99, false)];
  const team = [place('first', 'c', 'main'), place('third', 'd', 'main')];
  const reasonOf = (index: number) => standingOf(squad[index]!, squad, team);

  test('tells each why, without figures of others', () => {
    expect(reasonOf(0)).toEqual({ kind: 'placed', seat: 'main' });
    expect(reasonOf(1)).toEqual({ kind: 'others_higher' });
    expect(reasonOf(2)).toEqual({ kind: 'elsewhere', competencyId: 'd' });
    expect(reasonOf(3)).toEqual({ kind: 'not_eligible' });
    expect(standingOf(one('fourth', 85), squad, team)).toEqual({ kind: 'whole_team' });
    expect(standingOf(one('fourth', 85), squad, [])).toEqual({ kind: 'nobody' });
  });

  test('names the criterion in which most can be gained', () => {
    const part = (key: string, normalised: number | null, share: number) => ({
      key,
      raw: normalised,
      normalised,
      share,
      points: share * (normalised ?? 0),
    });
    const parts = [part('level', 80, 0.6), part('attendance', 50, 0.4), part('speed', null, 0)];
    expect(greatestGrowth(parts)).toEqual({ key: 'attendance', points: 20 });
    expect(greatestGrowth([part('level', 100, 1)])).toBeNull();
  });
});
