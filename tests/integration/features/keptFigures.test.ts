import { join } from 'node:path';
import fc from 'fast-check';
import SqliteDriver from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { Database } from '../../../electron/database/database.ts';
import type { Work } from '../../../electron/database/changes/work.ts';
import { describePanels } from '../../../electron/features/insight/agreement.service.ts';
import { describeJudges } from '../../../electron/features/insight/judges.service.ts';
import { KeptRecords } from '../../../electron/features/insight/keptRecords.ts';
import { describeCollege } from '../../../electron/features/insight/squad.service.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { setUpTraining } from '../../helpers/training.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const dayAfter = (days: number): string => fromDayNumber(toDayNumber(TODAY) + days);
const HEADER = { name: 'test', actor: { id: 'test', name: '' } };

/** Sums of many parts differ in the last digits with the order they were added in. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Number(part.toFixed(8)) : part)),
  );

/** What the dashboard shows. */
async function showDashboard({ db }: Database, records: KeptRecords, today: string): Promise<unknown> {
  const digestsOf = (ids: readonly string[]) => records.digests(db, ids, today);
  return rounded([
    await describeCollege(db, today, digestsOf),
    await describeJudges(db, { competencyId: undefined, today }, digestsOf),
    await describePanels(db, undefined, (ids) => records.panels(db, ids, today)),
  ]);
}

/** The same, computed from the marks alone. */
const computeDashboard = (database: Database, today: string): Promise<unknown> =>
  showDashboard(database, new KeptRecords('of another version'), today);

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

/** Ids of rows that people may change: results of championships are frozen, those of practice are not. */
async function listRows({ db }: Database) {
  const practice = db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .where('sessions.expert_id', 'is not', null);
  const attempts = await practice.select('attempts.id').orderBy('attempts.id').execute();
  const sessions = await practice.select('sessions.id').distinct().orderBy('sessions.id').execute();
  const marks = await practice
    .innerJoin('marks', 'marks.attempt_id', 'attempts.id')
    .select('marks.id')
    .where('marks.outcome', '=', 'marked')
    .orderBy('marks.id')
    .limit(3000)
    .execute();
  const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);
  const all = async (table: 'attendance' | 'candidates' | 'judge_scores' | 'competencies') =>
    ids(await db.selectFrom(table).select('id').orderBy('id').limit(4000).execute());
  return {
    attempts: ids(attempts),
    sessions: ids(sessions),
    marks: ids(marks),
    attendance: await all('attendance'),
    candidates: await all('candidates'),
    scores: await all('judge_scores'),
    competencies: await all('competencies'),
  };
}

type Rows = Awaited<ReturnType<typeof listRows>>;

const pick = (ids: readonly string[], at: number): string => ids[at % ids.length] ?? '';

interface Place {
  at: number;
  value: number;
}

/** What people do: results, sessions, who came, who trains, scores of judges. */
const changes: Record<string, (work: Work, rows: Rows, place: Place) => Promise<unknown>> = {
  status: (work, { attempts }, { at, value }) =>
    work.update('attempts', pick(attempts, at), { status: value % 2 ? 'absent' : 'draft' }),
  mark: (work, { marks }, { at, value }) =>
    work.update('marks', pick(marks, at), { mark_hundredths: value % 20 }),
  date: (work, { sessions }, { at, value }) =>
    work.update('sessions', pick(sessions, at), { date: dayAfter(-value) }),
  competency: (work, { sessions, competencies }, { at, value }) =>
    work.update('sessions', pick(sessions, at), { competency_id: pick(competencies, value) }),
  session: (work, { sessions }, { at }) => work.remove('sessions', pick(sessions, at)),
  attendance: (work, { attendance }, { at, value }) =>
    work.update('attendance', pick(attendance, at), { state: value % 2 ? 'absent' : 'present' }),
  candidate: (work, { candidates }, { at, value }) =>
    work.update('candidates', pick(candidates, at), { status: value % 2 ? 'left' : 'main' }),
  score: (work, { scores }, { at, value }) =>
    work.update('judge_scores', pick(scores, at), { score: value % 4 }),
  scoreGone: (work, { scores }, { at }) => work.remove('judge_scores', pick(scores, at)),
};
const anyChange = fc.record({
  kind: fc.constantFrom(...Object.keys(changes)),
  at: fc.nat(),
  value: fc.nat(300),
});

test('whatever was changed, stored and left for days: what a start finds is what the marks say', async () => {
  await using sample = await openSampleDatabase();
  const { database } = sample;
  const rows = await listRows(database);
  const open = { records: new KeptRecords('1'), day: 0 };
  await showDashboard(database, open.records, TODAY);
  expect(await open.records.store(database, TODAY)).toBe(true);
  const step = fc.oneof(
    { weight: 4, arbitrary: anyChange },
    // Looked at and stored; ended without storing; a later day.
    { weight: 3, arbitrary: fc.constantFrom('store', 'start', 'later' as const) },
  );
  let changed = 0;
  const histories = fc.array(step, { minLength: 3, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      for (const one of history) {
        if (one === 'start') open.records = new KeptRecords('1');
        else if (one === 'later') open.day += 1;
        else if (one === 'store') {
          await showDashboard(database, open.records, dayAfter(open.day));
          expect(await open.records.store(database, dayAfter(open.day))).toBe(true);
        } else {
          // What is closed stays closed.
          const done = await database
            .commit(HEADER, async (work) => changes[one.kind]?.(work, rows, one))
            .catch(() => null);
          changed += Number(done?.action !== undefined);
        }
      }
      const today = dayAfter(open.day);
      const truth = await computeDashboard(database, today);
      expect(await showDashboard(database, open.records, today)).toEqual(truth);
      // And a start after a crash finds the same.
      expect(await showDashboard(database, new KeptRecords('1'), today)).toEqual(truth);
    }),
    { numRuns: 14 },
  );
  expect(changed).toBeGreaterThan(10);
  expect(await database.findLogDifferences()).toEqual([]);
}, 120_000);

test('figures of another version, of a later day or out of order are computed anew', async () => {
  await using sample = await openSampleDatabase();
  const { database } = sample;
  const { db } = database;
  const records = new KeptRecords('1');
  const truth = await showDashboard(database, records, TODAY);
  expect(await new KeptRecords('1').hasStored(db, TODAY)).toBe(false);
  expect(await records.store(database, TODAY)).toBe(true);
  expect(await new KeptRecords('1').hasStored(db, TODAY)).toBe(true);
  expect(await new KeptRecords('1').hasStored(db, dayAfter(40))).toBe(true);
  expect(await new KeptRecords('2').hasStored(db, TODAY)).toBe(false);
  // The clock was set back.
  expect(await new KeptRecords('1').hasStored(db, dayAfter(-1))).toBe(false);
  // Nothing is stored as of a moment that has passed: the next one to look stores it.
  const [competency] = await db.selectFrom('sessions').select('competency_id').distinct().execute();
  const meanwhile = { isDone: false };
  expect(await records.store(database, TODAY)).toBe(true);
  await database.commit(HEADER, async (work) => {
    const { id } = await work.db
      .selectFrom('attempts')
      .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
      .select('attempts.id')
      .where('sessions.competency_id', '=', competency?.competency_id ?? '')
      .where('sessions.expert_id', 'is not', null)
      .executeTakeFirstOrThrow();
    await work.update('attempts', id, { status: 'absent' });
  });
  const pause = async (): Promise<void> => {
    if (meanwhile.isDone) return;
    meanwhile.isDone = true;
    await database.commit(HEADER, async (work) => {
      work.insert('settings', { id: work.newId(), name: 'test', value: '1' });
      return Promise.resolve();
    });
  };
  await showDashboard(database, records, TODAY);
  expect(await records.store(database, TODAY, pause)).toBe(false);
  expect(await showDashboard(database, new KeptRecords('1'), TODAY)).not.toEqual(truth);
  await database.storeDerived(async (transaction) => {
    await transaction
      .updateTable('kept_figures')
      .set({ body_json: '{' })
      .where('name', '=', 'stamp')
      .execute();
  });
  expect(await new KeptRecords('1').hasStored(db, TODAY)).toBe(false);
  expect(await showDashboard(database, new KeptRecords('1'), TODAY)).toEqual(
    await computeDashboard(database, TODAY),
  );
});

/** Rows of stored figures: the file belongs to one program at a time. */
function readStored(folder: string): { name: string; body_json: string }[] {
  const db = new SqliteDriver(join(folder, 'shyng.sqlite'), { readonly: true });
  try {
    return db.prepare('select name, body_json from kept_figures').all() as never;
  } finally {
    db.close();
  }
}

const openDashboard = (app: TestApplication) =>
  Promise.all([
    app.call('insight.college', {}),
    app.call('insight.judges', {}),
    app.call('insight.agreement', {}),
  ]);

test('the program stores figures when it ends: ids and numbers, outside of the history; undo and a restart agree', async () => {
  await using app = await openApplication();
  const { attemptIds, aspects, studentIds, sessionId } = await setUpTraining(app, { students: 3 });
  const mark = (attempt: number, markHundredths: number) => ({
    attemptId: attemptIds[attempt] ?? '',
    aspectId: aspects.find((aspect) => aspect.kind === 'measurement')?.id ?? '',
    entry: { kind: 'points' as const, markHundredths },
  });
  await app.call('training.setMarks', { marks: [mark(0, 50), mark(1, 20)] });
  const { actions: before } = await app.call('history.list', {});
  const shown = await openDashboard(app);
  await app.restart();
  expect(await openDashboard(app)).toEqual(shown);
  // Storing is nothing that people did.
  expect((await app.call('history.list', {})).actions).toEqual(before);
  await app.application.stop();
  const stored = readStored(app.dataFolder);
  expect(stored.map((row) => row.name.split('/')[0]).sort()).toEqual(['panels', 'practice', 'stamp']);
  expect(stored.map((row) => row.body_json).join()).not.toContain('Оқушы');
  expect(stored.find((row) => row.name.startsWith('practice'))?.body_json).toContain(studentIds[0]);

  await app.restart();
  await app.call('training.setMarks', { marks: [mark(2, 10)] });
  const after = await openDashboard(app);
  await app.call('history.undo', {});
  expect(await openDashboard(app)).toEqual(shown);
  await app.restart();
  expect(await openDashboard(app)).toEqual(shown);
  await app.call('history.redo', {});
  await app.restart();
  expect(await openDashboard(app)).toEqual(after);
  await app.call('training.removeSession', { id: sessionId });
  await app.restart();
  const [college] = await openDashboard(app);
  expect(college.competencies).toEqual([]);
});
