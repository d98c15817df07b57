import { describe, expect, test } from 'vitest';
import type { MainEvent } from '#shared/contract/events.ts';
import { openApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';
import { aConfig, setUpSelection } from '../../helpers/selection.ts';

const WALL = Date.parse('2026-04-01T08:00:00Z');
const open = () => openApplication({ wallClock: () => WALL });

describe('a selection', () => {
  test('chooses by marks, explains, stays the same when it is replayed', async () => {
    await using app = await open();
    const { scenarioId, competencyId, studentIds } = await setUpSelection(app);
    const { runId, outcome } = await app.call('selection.solve', { scenarioId, task: 't' });
    if (outcome.kind !== 'chosen') throw new Error('contradiction');
    expect(outcome.choice.picks.map(({ studentId, seat }) => [studentId, seat])).toEqual(
      expect.arrayContaining([
        [studentIds[0], 'main'],
        [studentIds[1], 'reserve'],
      ]),
    );
    const run = await app.call('selection.getRun', { runId });
    expect(run.candidates.map((candidate) => candidate.studentId)).toEqual(studentIds);
    expect(run.candidates[0]?.ranks?.best).toBeGreaterThan(run.candidates[1]?.ranks?.best ?? 1);
    expect(run.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(run.solver).toMatch(/^HiGHS \d/);

    const who = { studentId: studentIds[1]!, competencyId };
    const why = await app.call('selection.why', { runId, ...who, task: 'w' });
    const [best, second] = run.candidates;
    if (why.kind !== 'loss') throw new Error('forbidden');
    expect(why.main).toBe(Math.round(best!.value * 100) - Math.round(second!.value * 100));
    expect(why.tippingPoint).toBe(why.main);

    const { alternatives } = await app.call('selection.alternatives', { runId, task: 'a' });
    expect(alternatives.map(({ picks }) => picks[0]?.studentId)).toEqual(studentIds.slice(1));

    // Later changes of the scenario do not change what a run says of itself: a protocol rests on it.
    const config = aConfig({ rules: [{ kind: 'fill', id: 'later', competencyId: null }], eligibility: [] });
    await app.call('selection.updateScenario', { id: scenarioId, name: 'Б', notes: '', config });
    expect((await app.call('selection.getRun', { runId })).config).toEqual(aConfig());
    await app.call('selection.updateScenario', { id: scenarioId, name: 'Б', notes: '', config: aConfig() });
    await app.call('competencies.setTarget', { id: competencyId, targetHundredths: 8000 });
    const replay = await app.call('selection.replay', { runId, task: 'r' });
    expect(replay).toMatchObject({ isHashRight: true, isSame: true });
    await app.restart();
    expect(await app.call('selection.replay', { runId, task: 'r' })).toEqual(replay);
    const again = await app.call('selection.solve', { scenarioId, task: 't' });
    expect((await app.call('selection.getRun', { runId: again.runId })).hash).toBe(run.hash);
  });

  test('tells how firm it is, with progress, and can be cancelled', async () => {
    await using app = await open();
    const { scenarioId } = await setUpSelection(app);
    const { runId } = await app.call('selection.solve', { scenarioId, task: 't' });
    const events: MainEvent[] = [];
    app.application.events.subscribe((event) => events.push(event));
    const stability = await app.call('selection.measureStability', { runId, task: 's', draws: 20 });
    expect(stability.sameUnderWeights).toBe(1);
    expect(stability.shares[0]?.underMarks).toBeGreaterThan(0);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'progress', task: 's' }));
    expect((await app.call('selection.getRun', { runId })).stability).toEqual(stability);

    const long = app.refused('selection.measureStability', { runId, task: 'long', draws: 1000 });
    await new Promise<void>((resolve) => {
      app.application.events.subscribe((event) => {
        if (event.kind === 'progress' && event.task === 'long') resolve();
      });
    });
    await app.call('selection.cancel', { task: 'long' });
    expect(await long).toBe('solver_cancelled');
  });

  test('keeps to eligibility unless an exception is on record', async () => {
    await using app = await open();
    const config = aConfig({ eligibility: [{ kind: 'age' }] });
    const { scenarioId, selectionId, competencyId, studentIds } = await setUpSelection(app, config);
    const nobody = await app.call('selection.solve', { scenarioId, task: 't' });
    expect(nobody.outcome).toMatchObject({ choice: { picks: [] } });
    const { objections } = await app.call('selection.getRun', { runId: nobody.runId });
    expect(objections).toHaveLength(4);
    expect(objections[0]).toMatchObject({ check: { kind: 'age', state: 'unknown' }, exception: null });
    const exception = { selectionId, studentId: studentIds[2]!, competencyId, rule: 'age' };
    await app.call('selection.setOverride', { ...exception, reason: 'туу туралы куәлік тексерілді' });
    const one = await app.call('selection.solve', { scenarioId, task: 't' });
    expect(one.outcome).toMatchObject({ choice: { picks: [{ studentId: studentIds[2] }] } });
    await app.call('selection.setOverride', { ...exception, reason: '' });
    expect((await app.call('selection.get', { id: selectionId })).overrides).toEqual([]);
  });

  test('names rules that cannot all hold', async () => {
    await using app = await open();
    const { scenarioId, competencyId, studentIds } = await setUpSelection(app);
    const must = (index: number) => ({
      kind: 'must' as const,
      id: `must-${index}`,
      studentId: studentIds[index]!,
      competencyId,
      seat: 'main' as const,
    });
    const rules = [must(0), must(1), { kind: 'fill' as const, id: 'fill', competencyId: null }];
    const scenario = { id: scenarioId, name: 'Негізгі', notes: '', config: aConfig({ rules }) };
    await app.call('selection.updateScenario', scenario);
    const { outcome } = await app.call('selection.solve', { scenarioId, task: 't' });
    if (outcome.kind !== 'contradiction') throw new Error('chosen');
    expect(outcome.groups.toSorted()).toEqual(['must-0', 'must-1', `seats:${competencyId}`].toSorted());
  });

  test('is decided step by step, and then changed only by replacements', async () => {
    await using app = await open();
    const { scenarioId, selectionId, championshipId, competencyId, studentIds } = await setUpSelection(app);
    const { runId } = await app.call('selection.solve', { scenarioId, task: 't' });
    const step = (status: string, run: string | null = null) => ({
      id: selectionId,
      status: status as 'approved',
      person: 'Ә. Қ. Сейітова',
      note: '',
      runId: run,
    });
    expect(await app.refused('selection.setStatus', step('approved', runId))).toBe('selection_step');
    await app.call('selection.setStatus', step('discussed'));
    expect(await app.refused('selection.setStatus', step('approved'))).toBe('not_found');
    const replacement = {
      selectionId,
      competencyId,
      seat: 'main' as const,
      outStudentId: studentIds[0]!,
      inStudentId: studentIds[1]!,
      reason: 'injury' as const,
      note: '',
      person: 'Ә. Қ. Сейітова',
    };
    expect(await app.refused('selection.replace', replacement)).toBe('selection_step');
    await app.call('selection.setStatus', step('approved', runId));
    expect(await app.refused('selection.setStatus', step('discussed'))).toBe('selection_step');
    expect(await app.refused('selection.remove', { id: selectionId })).toBe('selection_decided');
    expect(await app.refused('selection.removeScenario', { id: scenarioId })).toBe('selection_decided');
    expect(await app.refused('championships.remove', { id: championshipId })).toBe('in_use');
    // Only who was an eligible candidate of the competency can come in.
    const stranger = await app.call('people.createStudent', aStudent({ surname: 'Бөтен' }));
    expect(await app.refused('selection.replace', { ...replacement, inStudentId: stranger.id })).toBe(
      'selection_replacement',
    );
    await app.call('selection.replace', replacement);
    expect(await app.refused('selection.replace', replacement)).toBe('selection_replacement');
    // The place that the reserve left is free: it can be filled once, by somebody who has no place.
    const filling = {
      ...replacement,
      seat: 'reserve' as const,
      outStudentId: studentIds[1]!,
      inStudentId: studentIds[2]!,
      reason: 'vacant' as const,
    };
    for (const inStudentId of [null, studentIds[1]!]) {
      expect(await app.refused('selection.replace', { ...filling, inStudentId })).toBe(
        'selection_replacement',
      );
    }
    await app.call('selection.replace', filling);
    expect(await app.refused('selection.replace', { ...filling, inStudentId: studentIds[3]! })).toBe(
      'selection_replacement',
    );
    await app.call('selection.setStatus', step('published'));
    const { selection, replacements } = await app.call('selection.get', { id: selectionId });
    expect(selection.steps.map(({ status }) => status)).toEqual(['discussed', 'approved', 'published']);
    expect(replacements).toMatchObject([
      { outStudentId: studentIds[0], inStudentId: studentIds[1], seat: 'main', reason: 'injury' },
      { outStudentId: studentIds[1], inStudentId: studentIds[2], seat: 'reserve', reason: 'vacant' },
    ]);
  });

  test('takes in what experts say, and undo takes it back', async () => {
    await using app = await open();
    const { selectionId, competencyId, studentIds } = await setUpSelection(app);
    const said = { studentId: studentIds[0]!, competencyId, criterion: 'composure' };
    await app.call('selection.setAssessment', { ...said, assessor: 'А', value: 80 });
    await app.call('selection.setAssessment', { ...said, assessor: 'Б', value: 60 });
    const composure = async () => {
      const { candidates } = await app.call('selection.get', { id: selectionId });
      return candidates.find(({ studentId }) => studentId === studentIds[0])?.figures['composure'];
    };
    expect(await composure()).toEqual({ value: 70, deviation: 10, count: 2 });
    await app.call('history.undo', {});
    expect(await composure()).toEqual({ value: 80, deviation: null, count: 1 });
  });
});
