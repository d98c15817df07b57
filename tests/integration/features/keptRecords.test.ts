import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { Database } from '../../../electron/database/database.ts';
import { KeptRecords } from '../../../electron/features/insight/keptRecords.ts';
import { listPractisedCompetencies } from '../../../electron/features/insight/insight.repository.ts';
import { listSectionSums, listSquadSums } from '../../../electron/features/insight/sectionSums.repository.ts';
import { openApplication } from '../../helpers/application.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const noPause = (): Promise<void> => Promise.resolve();

async function openSampleDatabase(): Promise<{ database: Database } & AsyncDisposable> {
  const app = await openApplication({ sample: true });
  await app.application.stop();
  const database = await Database.open({
    file: join(app.dataFolder, 'sample', 'shyng.sqlite'),
    backupFolder: join(app.dataFolder, 'backups'),
    deviceId: 'test',
    wallClock: Date.now,
  });
  return {
    database,
    async [Symbol.asyncDispose]() {
      await database.close();
      await app[Symbol.asyncDispose]();
    },
  };
}

test('figures are prepared in steps, and a write has only its own competency read again', async () => {
  await using sample = await openSampleDatabase();
  const { db } = sample.database;
  const records = new KeptRecords();
  let steps = 0;
  await records.prepare(db, TODAY, async () => {
    steps += 1;
    await noPause();
  });
  const ids = await listPractisedCompetencies(db);
  // Every step lets the calls of pages in between: several for each competency.
  expect(steps).toBeGreaterThan(5 * ids.length);
  const prepared = await Promise.all(ids.map((id) => records.record(db, id, TODAY)));
  expect(await Promise.all(ids.map((id) => records.record(db, id, TODAY)))).toEqual(prepared);

  // Results of a championship are frozen; those of practice are not.
  const attempt = prepared[0]?.practice.results.findLast((one) => one.expertId !== null);
  const header = { name: 'test', actor: { id: 'test', name: '' } };
  await sample.database.commit(header, (work) =>
    work.update('attempts', attempt?.attemptId ?? '', { status: 'absent' }),
  );
  const after = await Promise.all(ids.map((id) => records.record(db, id, TODAY)));
  expect(after.map((record, index) => record.practice === prepared[index]?.practice)).toEqual(
    ids.map((_, index) => index !== 0),
  );
  expect(after[0]?.practice.results).toHaveLength((prepared[0]?.practice.results.length ?? 0) - 1);
  const second = ids.slice(1, 2);
  const [panels] = await records.panels(db, second, TODAY);
  expect((await records.panels(db, second, TODAY))[0]).toBe(panels);

  // A preparation that is ended midway leaves nothing that would be wrong later.
  const interrupted = new KeptRecords();
  await expect(interrupted.prepare(db, TODAY, () => Promise.reject(new Error('stopped')))).rejects.toThrow(
    'stopped',
  );
  const [first] = ids;
  expect((await interrupted.record(db, first ?? '', TODAY)).practice.results).toEqual(
    after[0]?.practice.results,
  );
});

test('sums of a squad are those of its students together, without results that do not count', async () => {
  await using sample = await openSampleDatabase();
  const { db } = sample.database;
  const [first = ''] = await listPractisedCompetencies(db);
  const { results } = await new KeptRecords().record(db, first, TODAY).then((record) => record.practice);
  const header = { name: 'test', actor: { id: 'test', name: '' } };
  const from = fromDayNumber(toDayNumber(TODAY) - 180);
  const before = await listSquadSums(db, first, from);
  await sample.database.commit(header, async (work) => {
    for (const one of results.filter(({ expertId }) => expertId !== null).slice(-3))
      await work.update('attempts', one.attemptId, { status: 'disqualified' });
  });
  const after = await listSquadSums(db, first, from);
  expect(after).not.toEqual(before);
  const together = new Map<number, { mark: number; max: number }>();
  for (const { section, mark, max } of await listSectionSums(db, first, { from })) {
    const sum = together.get(section) ?? { mark: 0, max: 0 };
    together.set(section, { mark: sum.mark + mark, max: sum.max + max });
  }
  const inOrder = (sums: typeof together) => [...sums].toSorted(([one], [other]) => one - other);
  expect(inOrder(after)).toEqual(inOrder(together));
});
