import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSampleCollege } from '#shared/domain/sample/sampleCollege.ts';
import type { SampleCollege } from '#shared/domain/sample/sampleCollege.ts';
import type { SampleMark } from '#shared/domain/sample/sampleLearning.ts';
import type { SampleAttempt, SampleSession } from '#shared/domain/sample/sampleSessions.ts';
import type { SchemeAspect } from '#shared/domain/schemes/schemeDocument.ts';
import { mixedScriptWords } from '../../../helpers/scripts.ts';

const today = '2026-03-15';
const college = buildSampleCollege({ seed: 1, today });
const sessions = [...college.sessions];
const attempts = sessions.flatMap((session) => session.attempts);
const mean = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** The aspects in scope of an attempt with their place, in the order of the scheme. */
function listScope(of: SampleCollege, attempt: SampleAttempt): { place: string; aspect: SchemeAspect }[] {
  return of.schemes[attempt.schemeIndex]!.document.criteria.flatMap((criterion, first) =>
    criterion.subCriteria.flatMap((sub, second) =>
      attempt.subCriterionCodes === null || attempt.subCriterionCodes.includes(sub.code)
        ? sub.aspects.map((aspect, third) => ({ place: `${first} ${second} ${third}`, aspect }))
        : [],
    ),
  );
}

function percentOf(of: SampleCollege, attempt: SampleAttempt): number {
  const maximum = listScope(of, attempt).reduce((sum, { aspect }) => sum + aspect.maxHundredths, 0);
  return (100 * attempt.marks.reduce((sum, mark) => sum + (mark.markHundredths ?? 0), 0)) / maximum;
}

/** What is wrong with one mark, or nothing. */
function findFault(mark: SampleMark, aspect: SchemeAspect): string | null {
  const { markHundredths, score } = mark;
  if (markHundredths === null) return score === null ? null : 'score of what was not attempted';
  if (!Number.isInteger(markHundredths) || markHundredths < 0) return 'no mark';
  if (markHundredths > aspect.maxHundredths) return 'above the maximum';
  if ((score === null) !== (aspect.kind === 'measurement')) return 'wrong kind';
  if (score === null) return null;
  const above = markHundredths - (score * aspect.maxHundredths) / 3;
  return above > -0.5 && above <= 0.5 ? null : 'not the score rounded half up';
}

function findFaults(of: SampleCollege, session: SampleSession): string[] {
  const there = new Set(
    session.attendance
      .filter((one) => one.state === 'present' || one.state === 'late')
      .map((one) => one.studentIndex),
  );
  const faults = session.attempts.flatMap((attempt) => {
    const scope = listScope(of, attempt);
    const places = attempt.marks.map(
      (one) => `${one.criterionIndex} ${one.subCriterionIndex} ${one.aspectIndex}`,
    );
    return [
      there.has(attempt.studentIndex) ? null : 'attempt of somebody absent',
      attempt.durationMinutes > 0 && attempt.durationMinutes <= session.durationMinutes ? null : 'duration',
      of.schemes[attempt.schemeIndex]?.competencyNumber === session.competencyNumber
        ? null
        : 'foreign scheme',
      places.join() === scope.map(({ place }) => place).join() ? null : 'marks out of scope',
      ...attempt.marks.map((mark, index) => findFault(mark, scope[index]!.aspect)),
    ];
  });
  const ownExpert = of.experts[session.expertIndex]?.competencyNumber === session.competencyNumber;
  return [...faults, ownExpert ? null : 'foreign expert'].filter((fault) => fault !== null);
}

describe('buildSampleCollege', () => {
  it('is as large as a small college by default', () => {
    expect(college.students).toHaveLength(120);
    expect(college.experts).toHaveLength(14);
    expect(college.candidates).toHaveLength(40);
    expect(college.schemes).toHaveLength(6);
    expect(attempts.length).toBeGreaterThan(900);
    expect(attempts.length).toBeLessThan(1100);
  });

  it('is the same for the same seed and another for another', () => {
    const again = buildSampleCollege({ seed: 1, today });
    expect({ ...again, sessions: [...again.sessions] }).toEqual({ ...college, sessions });
    expect([...college.sessions]).toEqual(sessions);
    const other = buildSampleCollege({ seed: 2, today });
    expect(other.students).not.toEqual(college.students);
  });

  it('makes sessions one by one', () => {
    const [first] = buildSampleCollege({ seed: 1, today, scale: 5 }).sessions;
    expect(first?.date).toBe('2024-09-16');
  });

  it('holds for any seed', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('2026-03-31', '2024-02-29', '2025-08-30', '2026-09-01'),
        (seed, day) => {
          const small = buildSampleCollege({ seed, today: day, scale: 0.34 });
          const all = [...small.sessions];
          expect(all.length).toBeGreaterThan(200);
          expect(all.at(-1)!.date < day).toBe(true);
          expect(all.flatMap((session) => findFaults(small, session))).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('sessions of the sample college', () => {
  it('are sound throughout', () => {
    expect(sessions.flatMap((session) => findFaults(college, session))).toEqual([]);
  });

  it('lie in order within the eighteen months before, on no Sunday and not in summer', () => {
    const dates = sessions.map((session) => session.date);
    expect(dates).toEqual([...dates].sort());
    expect(dates[0]! >= '2024-09-15' && dates.at(-1)! < today).toBe(true);
    expect(dates.filter((date) => /-0[78]-/.test(date))).toEqual([]);
    expect(dates.filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 0)).toEqual([]);
  });

  it('are two or three a week for a squad', () => {
    for (const { competencyNumber } of college.schemes) {
      const own = sessions.filter((session) => session.competencyNumber === competencyNumber);
      expect(own.length).toBeGreaterThan(120);
      expect(own.length).toBeLessThan(200);
      expect(new Set(own.map((session) => session.date)).size).toBe(own.length);
    }
  });

  it('miss somebody now and then, and mark only some sub-criteria for the most part', () => {
    const states = sessions.flatMap((session) => session.attendance.map((one) => one.state));
    const away = states.filter((state) => state === 'absent' || state === 'excused').length / states.length;
    expect(away).toBeGreaterThan(0.04);
    expect(away).toBeLessThan(0.15);
    const whole = attempts.filter((attempt) => attempt.subCriterionCodes === null).length / attempts.length;
    expect(whole).toBeGreaterThan(0.15);
    expect(whole).toBeLessThan(0.4);
    expect(attempts.some((attempt) => attempt.marks.some((mark) => mark.markHundredths === null))).toBe(true);
  });

  it('expect candidates only from the day they joined to the day they left', () => {
    const spans = new Map(college.candidates.map((one) => [one.studentIndex, one]));
    expect(spans.size).toBe(college.candidates.length);
    for (const session of sessions) {
      for (const { studentIndex } of session.attendance) {
        const { since, until } = spans.get(studentIndex)!;
        expect(session.date >= since && (until === null || session.date <= until)).toBe(true);
      }
    }
  });

  it('show that practice helps, though not everybody', () => {
    const gains = college.candidates.flatMap(({ studentIndex }) => {
      const own = attempts.filter((attempt) => attempt.studentIndex === studentIndex);
      if (own.length < 9) return [];
      const percents = own.map((attempt) => percentOf(college, attempt));
      const third = Math.floor(percents.length / 3);
      return [mean(percents.slice(-third)) - mean(percents.slice(0, third))];
    });
    expect(gains.length).toBeGreaterThan(30);
    expect(mean(gains)).toBeGreaterThan(8);
    expect(gains.some((gain) => gain < 5)).toBe(true);
  });

  it('mix no scripts in a word', () => {
    expect(mixedScriptWords(JSON.stringify(sessions.map((one) => [one.notes, one.workshop])))).toEqual([]);
  });
});
