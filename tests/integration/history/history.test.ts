import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';
import { setUpTraining } from '../../helpers/training.ts';

async function actionNamed(app: TestApplication, name: string): Promise<string> {
  const { actions } = await app.call('history.list', { limit: 500, undoableOnly: true });
  const found = actions.find((action) => action.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.id;
}

const surnames = async (app: TestApplication): Promise<string[]> =>
  (await app.call('people.listStudents', {})).students.map(({ surname }) => surname).toSorted();

describe('an action in the middle of the history', () => {
  test('is taken back alone, and what was done since stays', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші', birthDate: null }));
    const first = await actionNamed(app, 'people.createStudent');
    await app.call('people.createStudent', aStudent({ surname: 'Екінші', birthDate: null }));
    const { action } = await app.call('history.undoAction', { actionId: first });
    expect(action.undone).toBe(true);
    expect(await surnames(app)).toEqual(['Екінші']);
    expect(await app.refused('history.undoAction', { actionId: first })).toBe('nothing_to_undo');
    await app.call('history.redo', {});
    expect(await surnames(app)).toEqual(['Бірінші', 'Екінші'].toSorted());
  });

  test('stays when a later change touched the same field, or a later row needs what it added', async () => {
    await using app = await openApplication();
    const { studentIds } = await setUpTraining(app);
    const { actions } = await app.call('history.list', { limit: 500 });
    const created = actions.filter(({ name }) => name === 'people.createStudent').at(-1)?.id ?? '';
    expect(await app.refused('history.undoAction', { actionId: created })).toBe('undo_blocked');
    expect(
      await app.refused('history.undoAction', { actionId: await actionNamed(app, 'schemes.importWorkbook') }),
    ).toBe('undo_blocked');
    const id = studentIds[0] ?? '';
    await app.call('people.updateStudent', { id, ...aStudent({ surname: 'Ескі' }) });
    const edit = await actionNamed(app, 'people.updateStudent');
    await app.call('people.updateStudent', { id, ...aStudent({ surname: 'Жаңа' }) });
    expect(await app.refused('history.undoAction', { actionId: edit })).toBe('undo_blocked');
    expect((await app.call('people.listStudents', {})).students).toHaveLength(2);
  });
});

describe('what was deleted', () => {
  test('is listed for 90 days and comes back with one action', async () => {
    let now = Date.parse('2026-09-01T05:00:00Z');
    await using app = await openApplication({ wallClock: () => now });
    const { id } = await app.call(
      'people.createStudent',
      aStudent({ surname: 'Өшкен', givenName: 'Ә', patronymic: '' }),
    );
    await app.call('people.removeStudent', { id });
    await app.call('people.createStudent', aStudent({ surname: 'Кейінгі' }));
    const { deleted } = await app.call('history.listDeleted', {});
    expect(deleted.map(({ entity, rowId, label }) => [entity, rowId, label])).toEqual([
      ['students', id, 'Өшкен Ә'],
    ]);
    now += 91 * 86_400_000;
    expect((await app.call('history.listDeleted', {})).deleted).toEqual([]);
    now -= 90 * 86_400_000;
    await app.call('history.undoAction', { actionId: deleted[0]?.action.id ?? '' });
    expect(await surnames(app)).toEqual(['Кейінгі', 'Өшкен'].toSorted());
    expect((await app.call('history.listDeleted', {})).deleted).toEqual([]);
  });
});

describe('the history of a record', () => {
  test('says who changed which field, from what to what', async () => {
    await using app = await openApplication();
    const { id } = await app.call('people.createStudent', aStudent({ groupName: 'ЭМ-1' }));
    await app.call('people.updateStudent', { id, ...aStudent({ groupName: 'ЭМ-2' }) });
    const { changes } = await app.call('history.ofRecord', { entity: 'students', rowId: id });
    expect(changes.map(({ operation }) => operation)).toEqual(['update', 'insert']);
    expect(changes[0]?.fields).toEqual([
      { kind: 'value', name: 'group_name', before: 'ЭМ-1', after: 'ЭМ-2' },
    ]);
    expect(await app.refused('history.ofRecord', { entity: 'credentials', rowId: id })).toBe('not_found');
    expect(await app.refused('history.ofRecord', { entity: 'students; drop', rowId: id })).toBe('bad_input');
  });

  test('the list is narrowed by area, person and period', async () => {
    let now = Date.parse('2026-09-01T05:00:00Z');
    await using app = await openApplication({ wallClock: () => now });
    await app.call('people.createStudent', aStudent({}));
    now += 86_400_000;
    await app.call('settings.update', { collegeName: 'Колледж' });
    const names = async (filter: object): Promise<string[]> =>
      (await app.call('history.list', { limit: 10, ...filter })).actions.map(({ name }) => name);
    expect(await names({ area: 'people' })).toEqual(['people.createStudent']);
    expect(await names({ from: '2026-09-02' })).toEqual(['settings.update']);
    expect(await names({ to: '2026-09-01', area: 'people' })).toEqual(['people.createStudent']);
    expect(await names({ actorId: 'nobody' })).toEqual([]);
    expect((await app.call('history.listChoices', {})).areas).toContain('people');
  });
});
