import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';

/** Files of the data folder; the database keeps its own log beside it while it is open. */
const listFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !/-(wal|shm)$/.test(name))
    .toSorted();

test('the sample college opens beside the own one, is whole, and leaves nothing when it is removed', async () => {
  await using app = await openApplication();
  await app.call('people.createStudent', aStudent({ surname: 'Өзіміздікі' }));
  const before = listFiles(app.dataFolder);

  await app.call('sample.open', {});
  expect(await app.call('app.getStatus', {})).toMatchObject({ sample: true, empty: false });
  const overview = await app.call('progress.overview', {});
  expect(overview.competencies).toHaveLength(6);
  expect(overview.studentCount).toBe(120);
  const { students } = await app.call('people.listStudents', { search: 'Өзіміздікі' });
  expect(students).toEqual([]);
  expect((await app.call('history.getUndoState', {})).undo).toBeNull();

  await app.call('sample.remove', {});
  expect(listFiles(app.dataFolder)).toEqual(before);
  expect(existsSync(join(app.dataFolder, 'sample'))).toBe(false);
  const own = await app.call('people.listStudents', {});
  expect(own.students.map((student) => student.surname)).toEqual(['Өзіміздікі']);
  expect((await app.call('history.list', {})).actions.map((action) => action.name)).not.toContain(
    'sample.open',
  );
});

test('the sample college is the same whenever it is made on the same day, as screens show it', async () => {
  const wallClock = () => Date.UTC(2026, 8, 1, 8);
  const figures: unknown[] = [];
  for (let time = 0; time < 2; time += 1) {
    await using app = await openApplication({ sample: true, wallClock });
    const overview = await app.call('progress.overview', {});
    figures.push({
      ...overview,
      competencies: overview.competencies.toSorted((a, b) => (a.competencyId < b.competencyId ? -1 : 1)),
    });
  }
  expect(figures[1]).toEqual(figures[0]);
});
