import { describe, expect, test } from 'vitest';
import { startChampionship, type Championship } from '../../helpers/championship.ts';
import { openApplication } from '../../helpers/application.ts';

const spread = (state: { kind: string }): string => state.kind;

describe('several judges', () => {
  test('scores stay hidden until all are in; a spread above one opens a second round with a note', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [asel, marat, olga] = event.expertIds as [string, string, string];
    const score = (expertId: string, value: 0 | 1 | 2 | 3, note = '') =>
      app.call('assessment.scoreAspect', { ...event.judged, expertId, score: value, note });

    expect(spread((await score(asel, 1)).state)).toBe('waiting');
    await score(marat, 2);
    const seenByOlga = await event.judging(olga);
    expect(seenByOlga.scores).toEqual([]);
    expect((await event.judging(asel)).scores).toHaveLength(1);
    expect(await event.markOfJudged()).toBeUndefined();

    expect((await score(olga, 3)).state).toEqual({ kind: 'spread', round: 2, scores: [1, 2, 3] });
    expect(await event.markOfJudged()).toBeUndefined();
    const again = { ...event.judged, expertId: asel, score: 2 as const, note: '' };
    expect(await app.refused('assessment.scoreAspect', again)).toBe('note_needed');
    await score(asel, 2, 'The seam is even');
    await score(marat, 2);
    const last = await score(olga, 3);
    // 12.50 × 7 ÷ 9 = 9.7222… → 9.72
    expect(last.state).toEqual({ kind: 'agreed', round: 2, scores: [2, 2, 3], markHundredths: 972 });
    expect(await event.markOfJudged()).toMatchObject({ markHundredths: 972, score: null });
    expect((await event.judging(null)).scores.map((one) => one.round)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(await app.refused('assessment.scoreAspect', { ...again, expertId: event.outsiderId })).toBe(
      'judge_not_in_team',
    );
    const typed = { marks: [{ ...event.judged, entry: { kind: 'score', score: 3 } }] };
    expect(await app.refused('training.setMarks', typed)).toBe('mark_by_judges');
  });

  test('a declared conflict blocks the judge until a replacement is named', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [asel, marat, olga] = event.expertIds as [string, string, string];
    await app.call('assessment.declareConflict', {
      expertId: asel,
      studentId: event.studentIds[0]!,
      reason: 'Own student',
    });
    const given = { ...event.judged, expertId: asel, score: 2 as const, note: '' };
    expect(await app.refused('assessment.scoreAspect', given)).toBe('judge_conflict');
    expect((await event.attempt()).needReplacement).toEqual([asel]);
    for (const expertId of [marat, olga]) await app.call('assessment.scoreAspect', { ...given, expertId });
    expect(await event.markOfJudged()).toBeUndefined();
    const change = { attemptId: event.judged.attemptId, outExpertId: asel };
    expect(await app.refused('assessment.replaceJudge', { ...change, inExpertId: olga })).toBe(
      'judge_already_in_team',
    );
    await app.call('assessment.replaceJudge', { ...change, inExpertId: event.outsiderId });
    expect(await event.attempt()).toMatchObject({
      judges: [event.outsiderId, marat, olga],
      needReplacement: [],
    });
    await app.call('assessment.scoreAspect', { ...given, expertId: event.outsiderId });
    // 12.50 × 6 ÷ 9 = 8.333… → 8.33
    expect(await event.markOfJudged()).toMatchObject({ markHundredths: 833 });
  });
});

async function finish(event: Championship): Promise<void> {
  const { app, attemptIds, aspects } = event;
  await app.call('assessment.setTeam', {
    sessionId: event.sessionId,
    subCriterionId: null,
    judgeIds: [],
    supervisorId: null,
  });
  await app.call('training.setMarks', {
    marks: attemptIds.flatMap((attemptId, index) =>
      aspects.map((aspect) => ({
        attemptId,
        aspectId: aspect.id,
        entry:
          aspect.kind === 'judgement'
            ? ({ kind: 'score', score: 2 } as const)
            : ({ kind: 'points', markHundredths: Math.max(0, aspect.maxHundredths - index * 100) } as const),
      })),
    ),
  });
}

describe('measurement', () => {
  test('keeps what was measured and computes the mark', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [attemptId] = event.attemptIds;
    const riser = event.aspects.find((aspect) => aspect.calculation?.kind === 'regular_difference')!;
    const measured = { kind: 'number', value: '52,4' } as const;
    const { marks } = await app.call('training.setMarks', {
      marks: [{ attemptId: attemptId!, aspectId: riser.id, entry: { kind: 'measured', measured } }],
    });
    // |52.4 − 50| ÷ 1 = 2 whole steps, 10.50 − 2 × 2.50 = 5.50
    expect(marks).toEqual([
      {
        attemptId,
        aspectId: riser.id,
        outcome: 'marked',
        markHundredths: 550,
        score: null,
        measured: { kind: 'number', value: '52.4' },
      },
    ]);
    const { tree } = await app.call('assessment.explainAttempt', { attemptId: attemptId! });
    const leaf = tree.children[0]?.children[0]?.children[0];
    expect(leaf).toMatchObject({
      rule: 'measured',
      markHundredths: 550,
      way: { code: 'regular_difference' },
    });
    expect(tree.markHundredths).toBe(550);
    const wrong = {
      attemptId,
      aspectId: riser.id,
      entry: { kind: 'measured', measured: { kind: 'option', index: 0 } },
    };
    expect(await app.refused('training.setMarks', { marks: [wrong] })).toBe('measured_wrong_kind');
  });

  test('two pairs measure until they find the same', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const aspect = event.aspects.find((one) => one.kind === 'measurement' && one.calculation === null)!;
    const cell = { attemptId: event.attemptIds[0]!, aspectId: aspect.id };
    const found = (pair: 'first' | 'second', markHundredths: number) =>
      app.call('assessment.setPairReading', { ...cell, pair, entry: { kind: 'points', markHundredths } });
    expect(await found('first', 100)).toEqual({ kind: 'waiting', round: 1 });
    expect(await found('second', 90)).toEqual({ kind: 'differs', round: 2 });
    await found('first', 90);
    expect(await found('second', 90)).toEqual({ kind: 'agreed', round: 2 });
    expect(
      await app.refused('assessment.setPairReading', {
        ...cell,
        pair: 'first',
        entry: { kind: 'points', markHundredths: 1 },
      }),
    ).toBe('pairs_agreed');
    const sheet = await event.sheet();
    expect(sheet.marks).toMatchObject([{ ...cell, markHundredths: 90 }]);
  });
});

describe('the life of a result', () => {
  test('is complete, verified by another, locked, and reopened with a reason; all of it on record', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [asel, marat] = event.expertIds as [string, string];
    const attemptId = event.attemptIds[0]!;
    const step = (name: string, byExpertId: string | null, reason = '') => ({
      attemptId,
      step: name as 'complete',
      byExpertId,
      reason,
    });
    expect(await app.refused('assessment.changeState', step('complete', asel))).toBe('attempt_marks_missing');
    await finish(event);
    await app.call('assessment.changeState', step('complete', asel));
    expect(await app.refused('assessment.changeState', step('verify', asel))).toBe('attempt_same_person');
    await app.call('assessment.changeState', step('verify', marat));
    await app.call('assessment.changeState', step('lock', null));
    const cell = { attemptId, aspectId: event.aspects[0]!.id, entry: null };
    expect(await app.refused('training.setMarks', { marks: [cell] })).toBe('attempt_closed');
    const everyday = { id: attemptId, status: 'draft', durationMinutes: null, notes: '' };
    expect(await app.refused('training.updateAttempt', everyday)).toBe('attempt_closed');
    expect(await app.refused('assessment.changeState', step('reopen', asel))).toBe('reason_needed');
    await app.call('assessment.changeState', step('reopen', asel, 'Sheets were swapped'));
    await app.call('training.setMarks', {
      marks: [{ ...cell, entry: { kind: 'points', markHundredths: 100 } }],
      reason: 'Read from the right sheet',
    });
    const { entries } = await app.call('assessment.getHistory', { attemptId });
    expect(entries[0]).toMatchObject({
      what: 'mark',
      before: 1050,
      after: 100,
      reason: 'Read from the right sheet',
      aspectCode: 'A1.M1',
    });
    const states = entries.filter((entry) => entry.what === 'state');
    expect(states.map((entry) => [entry.before, entry.after])).toEqual([
      ['locked', 'draft'],
      ['verified', 'locked'],
      ['complete', 'verified'],
      ['draft', 'complete'],
      [null, 'draft'],
    ]);
    expect(states[0]?.reason).toBe('Sheets were swapped');
  });

  test('is a draft again when a judge reopens the talk about a mark', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [asel] = event.expertIds as [string];
    const { judged } = event;
    await finish(event);
    const step = { attemptId: judged.attemptId, step: 'complete' as const, byExpertId: asel, reason: '' };
    await app.call('assessment.changeState', step);
    const team = { sessionId: event.sessionId, subCriterionId: null, supervisorId: null };
    await app.call('assessment.setTeam', { ...team, judgeIds: event.expertIds });
    await app.call('assessment.scoreAspect', { ...judged, expertId: asel, score: 1, note: '' });
    expect(await event.markOfJudged()).toBeUndefined();
    const sheet = await event.sheet();
    expect(sheet.attempts.find((attempt) => attempt.id === judged.attemptId)?.status).toBe('draft');
  });

  test('ranking, medals and sums follow the marks; who did not come has no place', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    await finish(event);
    const last = event.attemptIds.at(-1)!;
    await app.call('assessment.changeState', {
      attemptId: last,
      step: 'set_disqualified',
      byExpertId: null,
      reason: 'Outside help',
    });
    const { results } = await app.call('assessment.getResults', {
      sessionId: event.sessionId,
      schemeId: event.schemeId,
    });
    expect(results.map((row) => row.place)).toEqual([1, 2, 3, 4, 5, null]);
    expect(results.at(-1)).toMatchObject({ attemptId: last, state: 'disqualified', medal: null });
    for (const row of results) {
      const add = (parts: { sum: { markHundredths: number } }[]): number =>
        parts.reduce((sum, part) => sum + part.sum.markHundredths, 0);
      expect(add(row.criteria)).toBe(row.totalHundredths);
      expect(add(row.subCriteria)).toBe(row.totalHundredths);
    }
    expect(results[2]?.scalePoints).toBe(700);
    expect(results[0]?.medal?.kind).toBe('gold');
  });
});
