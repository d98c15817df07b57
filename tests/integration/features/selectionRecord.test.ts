import { expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aConfig, setUpSelection } from '../../helpers/selection.ts';

const WALL = Date.parse('2026-04-01T08:00:00Z');
const open = (sample = false) => openApplication({ sample, wallClock: () => WALL });

async function solvedFile(app: TestApplication) {
  const rules = [{ kind: 'fill' as const, id: 'fill', competencyId: null }];
  const { scenarioId } = await setUpSelection(app, aConfig({ rules, objective: 'weakest' }));
  const { runId } = await app.call('selection.solve', { scenarioId, task: 't' });
  return { scenarioId, runId, ...(await app.call('selection.exportRun', { runId })) };
}

test('a run that is saved as a file gives the identical answer on another machine', async () => {
  await using first = await open();
  const { content, fileName, runId } = await solvedFile(first);
  expect(fileName).toMatch(/^selection-2026-04-01-[0-9a-f]{8}\.json$/);
  // Names stay at home.
  expect(content).not.toMatch(/[А-Яа-яӘәҚқ]{3,}/);
  await using other = await open();
  const { hash } = await first.call('selection.getRun', { runId });
  expect(await other.call('selection.checkRecord', { content, task: 'c' })).toMatchObject({
    isHashRight: true,
    isSame: true,
    hash,
  });
});

test('a record that somebody changed is found out; other files are refused', async () => {
  await using app = await open();
  const { content } = await solvedFile(app);
  const file = JSON.parse(content) as { record: string; outcome: unknown };
  const changed = { ...file, record: file.record.replace('"isEligible":true', '"isEligible":false') };
  const answer = await app.call('selection.checkRecord', { content: JSON.stringify(changed), task: 'c' });
  expect(answer).toMatchObject({ isHashRight: false, isSame: false });
  for (const bad of [
    '',
    '{',
    '[]',
    '{"format":"shyng-selection-run"}',
    JSON.stringify({ ...file, record: '{}' }),
  ]) {
    expect(await app.refused('selection.checkRecord', { content: bad, task: 'c' })).toBe('selection_record');
  }
});

test('names and sex of students are nowhere in what a choice rests on', async () => {
  await using app = await open();
  const { scenarioId, runId } = await solvedFile(app);
  const { students } = await app.call('people.listStudents', {});
  const names = students.map(({ surname, givenName, patronymic }) => ({ surname, givenName, patronymic }));
  for (const [index, { id }] of students.entries()) {
    const { id: _, updatedAt: __, ...row } = await app.call('people.getStudent', { id });
    const other = names[(index + 1) % names.length]!;
    await app.call('people.updateStudent', {
      id,
      ...row,
      ...other,
      sex: index % 2 === 0 ? 'female' : 'male',
    });
  }
  const again = await app.call('selection.solve', { scenarioId, task: 't' });
  const [before, after] = [
    await app.call('selection.getRun', { runId }),
    await app.call('selection.getRun', { runId: again.runId }),
  ];
  expect(after.hash).toBe(before.hash);
  expect(after.candidates).toEqual(before.candidates);
});

test('a preview is what solving would give, and keeps nothing', async () => {
  await using app = await open();
  const { scenarioId, selectionId, studentIds } = await setUpSelection(app);
  const rules = [
    {
      kind: 'must_not' as const,
      id: 'no',
      studentId: studentIds[0]!,
      competencyId: null,
      seat: 'any' as const,
    },
  ];
  const config = aConfig({ rules });
  const preview = await app.call('selection.preview', { scenarioId, config, task: 'p' });
  const before = await app.call('selection.get', { id: selectionId });
  expect(before.scenarios[0]?.runs).toEqual([]);
  expect(before.scenarios[0]?.config.rules).toEqual([]);
  await app.call('selection.updateScenario', { id: scenarioId, name: 'Б', notes: '', config });
  const solved = await app.call('selection.solve', { scenarioId, task: 't' });
  expect(preview.outcome).toEqual(solved.outcome);
});

test('the sample college has a decided championship with a replacement, and one that is being prepared', async () => {
  await using app = await open(true);
  const { selections } = await app.call('selection.list', {});
  expect(selections.map(({ status }) => status).sort()).toEqual(['proposed', 'published']);
  for (const { id, status } of selections) {
    const { selection, scenarios, replacements, candidates } = await app.call('selection.get', { id });
    const runId = selection.decidedRunId ?? scenarios[0]?.runs[0]?.id ?? '';
    const run = await app.call('selection.getRun', { runId });
    if (run.outcome.kind !== 'chosen') throw new Error('contradiction');
    expect(run.outcome.choice.totals.entries).toBe(6);
    expect(await app.call('selection.replay', { runId, task: 'r' })).toMatchObject({
      isHashRight: true,
      isSame: true,
    });
    expect(candidates.some(({ figures }) => (figures['forecast']?.value ?? null) !== null)).toBe(true);
    if (status === 'published') {
      expect(replacements).toHaveLength(1);
      expect(selection.steps.map((step) => step.status)).toEqual(['discussed', 'approved', 'published']);
    } else {
      expect(scenarios).toHaveLength(2);
      expect(scenarios[0]?.runs).toHaveLength(2);
    }
  }
});
