import { describe, expect, test } from 'vitest';
import { openApplication } from '../../helpers/application.ts';
import { setUpTraining } from '../../helpers/training.ts';

describe('marks', () => {
  test('are stored with the sums of the attempt; not attempted is not zero', async () => {
    await using app = await openApplication();
    const { attemptIds, aspects, sessionId, scheme } = await setUpTraining(app);
    const [attemptId, otherId] = attemptIds as [string, string];
    const [measured, judged, missed] = aspects as [
      (typeof aspects)[0],
      (typeof aspects)[0],
      (typeof aspects)[0],
    ];
    const stored = await app.call('training.setMarks', {
      marks: [
        { attemptId, aspectId: measured.id, entry: { kind: 'points', markHundredths: 1000 } },
        { attemptId, aspectId: judged.id, entry: { kind: 'score', score: 2 } },
        { attemptId, aspectId: missed.id, entry: { kind: 'not_attempted' } },
      ],
    });
    // 2 of 3 of 12.50 is 8.333…, half up: 8.33
    expect(stored.marks.map((mark) => mark.markHundredths)).toEqual([1000, 833, null]);
    expect(stored.totals).toEqual([
      {
        attemptId,
        markHundredths: 1833,
        markedMaxHundredths: 1050 + 1250,
        scopeMaxHundredths: 10_000,
        markedCount: 2,
        notAttemptedCount: 1,
        scopeCount: aspects.length,
      },
    ]);
    const sheet = await app.call('training.getSheet', { sessionId, schemeId: scheme.id });
    expect(sheet.marks).toHaveLength(3);
    expect(sheet.attempts.find((attempt) => attempt.id === otherId)?.markedCount).toBe(0);
  });

  test('that are wrong refuse the whole block and store nothing', async () => {
    await using app = await openApplication();
    const { attemptIds, aspects, sessionId, scheme } = await setUpTraining(app, { students: 1 });
    const [attemptId] = attemptIds as [string];
    const [measured, judged] = aspects as [(typeof aspects)[0], (typeof aspects)[0]];
    const good = { attemptId, aspectId: measured.id, entry: { kind: 'points', markHundredths: 5 } };
    const wrong: [string, object][] = [
      ['mark_above_maximum', { ...good, entry: { kind: 'points', markHundredths: 1051 } }],
      ['mark_wrong_kind', { ...good, entry: { kind: 'score', score: 1 } }],
      ['mark_wrong_kind', { ...good, aspectId: judged.id, entry: { kind: 'points', markHundredths: 1 } }],
      ['bad_input', { ...good, entry: { kind: 'score', score: 4 } }],
      ['bad_input', { ...good, entry: { kind: 'points', markHundredths: 0.5 } }],
      ['bad_input', { ...good, entry: { kind: 'points', markHundredths: -1 } }],
      ['aspect_not_in_attempt', { ...good, aspectId: attemptId }],
      ['not_found', { ...good, attemptId: measured.id }],
    ];
    for (const [code, cell] of wrong) {
      expect(await app.refused('training.setMarks', { marks: [good, cell] }), code).toBe(code);
    }
    expect((await app.call('training.getSheet', { sessionId, schemeId: scheme.id })).marks).toEqual([]);
  });

  test('outside the sub-criteria that are practised are refused', async () => {
    await using app = await openApplication();
    const { sessionId, scheme, studentIds, aspects } = await setUpTraining(app, { students: 1 });
    const form = scheme.criteria[0]!.subCriteria[1]!;
    const { attemptIds } = await app.call('training.addAttempts', {
      sessionId,
      schemeId: scheme.id,
      studentIds,
      subCriterionIds: [form.id],
    });
    const attemptId = attemptIds[0]!;
    const entry = { kind: 'points' as const, markHundredths: 1 };
    expect(
      await app.refused('training.setMarks', { marks: [{ attemptId, aspectId: aspects[0]!.id, entry }] }),
    ).toBe('aspect_not_in_attempt');
    const inside = form.aspects[0]!;
    const { totals } = await app.call('training.setMarks', {
      marks: [{ attemptId, aspectId: inside.id, entry }],
    });
    expect(totals[0]).toMatchObject({ scopeCount: form.aspects.length, scopeMaxHundredths: 1000 });
  });

  test('are emptied and filled again without a second row, and every step can be undone', async () => {
    await using app = await openApplication();
    const { attemptIds, aspects, sessionId, scheme } = await setUpTraining(app, { students: 1 });
    const attemptId = attemptIds[0]!;
    const aspectId = aspects[0]!.id;
    const set = (markHundredths: number | null) =>
      app.call('training.setMarks', {
        marks: [
          { attemptId, aspectId, entry: markHundredths === null ? null : { kind: 'points', markHundredths } },
        ],
      });
    const shown = async () =>
      (await app.call('training.getSheet', { sessionId, schemeId: scheme.id })).marks.map(
        (mark) => mark.markHundredths,
      );
    await set(500);
    await set(null);
    expect(await shown()).toEqual([]);
    await set(700);
    expect(await shown()).toEqual([700]);
    for (const expected of [[], [500], []]) {
      await app.call('history.undo', {});
      expect(await shown()).toEqual(expected);
    }
    for (const expected of [[500], [], [700]]) {
      await app.call('history.redo', {});
      expect(await shown()).toEqual(expected);
    }
    const { attempts } = await app.call('training.getSheet', { sessionId, schemeId: scheme.id });
    expect(attempts[0]).toMatchObject({ markHundredths: 700, markedCount: 1 });
  });

  test('survive a deleted and restored session', async () => {
    await using app = await openApplication();
    const { attemptIds, aspects, sessionId } = await setUpTraining(app, { students: 1 });
    const mark = { attemptId: attemptIds[0]!, aspectId: aspects[0]!.id };
    await app.call('training.setMarks', {
      marks: [{ ...mark, entry: { kind: 'points', markHundredths: 300 } }],
    });
    await app.call('training.removeSession', { id: sessionId });
    expect(await app.refused('training.getSession', { id: sessionId })).toBe('not_found');
    await app.call('history.undo', {});
    const { attempts } = await app.call('training.getSession', { id: sessionId });
    expect(attempts.map((attempt) => attempt.markHundredths)).toEqual([300]);
  });
});
