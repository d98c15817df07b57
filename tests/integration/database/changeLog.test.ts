import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HybridClock } from '../../../electron/database/changes/clock.ts';
import { doAgain, findRedoable, findUndoable, takeBack } from '../../../electron/database/changes/undo.ts';
import { Database } from '../../../electron/database/database.ts';
import { entityNames } from '../../../electron/database/schema/schema.ts';
import { makeDataFolder } from '../../helpers/application.ts';

const ACTOR = { id: 'tester', name: '' };
const COUNT = 4;

type Step =
  | { kind: 'add'; surname: string }
  | { kind: 'change'; place: number; course: number }
  | { kind: 'remove'; place: number }
  | { kind: 'revive'; place: number }
  | { kind: 'several'; place: number }
  | { kind: 'fail' }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'restart' }
  | { kind: 'clock'; ms: number };

const place = fc.nat(COUNT);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), surname: fc.string({ minLength: 1, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('change' as const), place, course: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('remove' as const), place }),
  fc.record({ kind: fc.constant('revive' as const), place }),
  fc.record({ kind: fc.constant('several' as const), place }),
  fc.constant<Step>({ kind: 'fail' }),
  fc.constant<Step>({ kind: 'undo' }),
  fc.constant<Step>({ kind: 'undo' }),
  fc.constant<Step>({ kind: 'redo' }),
  fc.constant<Step>({ kind: 'restart' }),
  fc.record({ kind: fc.constant('clock' as const), ms: fc.integer({ min: -1e7, max: 1e6 }) }),
);

/** A database under random use: its clock jumps, commands fail in the middle, the program restarts. */
class Machine {
  database!: Database;
  ids: string[] = [];
  ms = Date.UTC(2026, 0, 1);
  readonly folder = makeDataFolder();

  async open(): Promise<void> {
    this.database = await Database.open({
      file: join(this.folder, 'test.sqlite'),
      backupFolder: join(this.folder, 'backups'),
      deviceId: '019b76da-0000-7000-8000-000000000001',
      wallClock: () => this.ms,
    });
  }

  async close(): Promise<void> {
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async apply(one: Step): Promise<void> {
    switch (one.kind) {
      case 'clock':
        this.ms += one.ms;
        return;
      case 'restart':
        await this.database.close();
        await this.open();
        return;
      case 'undo':
      case 'redo':
        await this.turn(one.kind);
        return;
      default:
        await this.write(one);
    }
  }

  async turn(direction: 'undo' | 'redo'): Promise<boolean> {
    const find = direction === 'undo' ? findUndoable : findRedoable;
    const target = await find(this.database.db);
    if (!target) return false;
    const header = { name: target.name, actor: ACTOR, kind: direction, targetId: target.id };
    await this.database.commitIn(header, (db, work) =>
      direction === 'undo' ? takeBack(db, work, target) : doAgain(db, work, target),
    );
    return true;
  }

  async write(one: Exclude<Step, { kind: 'clock' | 'restart' | 'undo' | 'redo' }>): Promise<void> {
    const id = 'place' in one ? this.ids[one.place % Math.max(1, this.ids.length)] : undefined;
    const commit = this.database.commit({ name: `test.${one.kind}`, actor: ACTOR }, async (work) => {
      if (one.kind === 'add' || one.kind === 'fail') {
        const added = work.newId();
        work.insert('students', { ...aRow(one.kind === 'add' ? one.surname : 'x'), id: added });
        if (one.kind === 'fail') throw new Error('in the middle');
        this.ids.push(added);
        return;
      }
      if (!id) return;
      if (one.kind === 'change') await work.update('students', id, { course: one.course });
      if (one.kind === 'remove') await work.remove('students', id);
      if (one.kind === 'revive') await work.update('students', id, { deleted_at: null });
      if (one.kind === 'several') {
        await work.update('students', id, { notes: String(this.ms) });
        await work.update('students', id, { group_name: 'ЭМ-1' });
        work.insert('settings', { id: work.newId(), name: 'n', value: 'v' });
      }
    });
    if (one.kind === 'fail') await expect(commit).rejects.toThrow('in the middle');
    else await commit;
  }

  /** Rows as people see them: without moments, which undo and redo set anew. */
  async state(): Promise<unknown[]> {
    const all: unknown[] = [];
    for (const entity of entityNames) {
      const rows = await this.database.db.selectFrom(entity).selectAll().orderBy('id').execute();
      all.push(...rows.filter((row) => row.deleted_at === null).map((row) => ({ ...row, updated_at: '' })));
    }
    return all;
  }
}

const aRow = (surname: string) => ({
  surname,
  given_name: 'y',
  patronymic: '',
  sex: null,
  birth_date: null,
  group_name: '',
  course: null,
  speciality: '',
  status: 'active',
  consent: 'unknown',
  consent_date: null,
  notes: '',
  search_text: '',
});

const histories = fc.array(step, { minLength: 1, maxLength: 25 });

async function withMachine(steps: readonly Step[], body: (machine: Machine) => Promise<void>): Promise<void> {
  const machine = new Machine();
  await machine.open();
  try {
    for (const one of steps) await machine.apply(one);
    await body(machine);
  } finally {
    await machine.close();
  }
}

describe('the change log', () => {
  test('folds to the state, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (steps) =>
        withMachine(steps, async (machine) => {
          expect(await machine.database.findLogDifferences()).toEqual([]);
        }),
      ),
      { numRuns: 60 },
    );
  });

  test('notices a row that was changed past it', async () => {
    await withMachine([{ kind: 'add', surname: 'А' }], async (machine) => {
      await machine.database.db.updateTable('students').set({ course: 4 }).execute();
      expect(await machine.database.findLogDifferences()).toEqual([
        { entity: 'students', rowId: machine.ids[0] },
      ]);
    });
  });

  test('gives numbers without gaps and a clock that never goes back', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (steps) =>
        withMachine(steps, async (machine) => {
          const changes = await machine.database.db
            .selectFrom('changes')
            .select(['sequence', 'hlc'])
            .orderBy('sequence')
            .execute();
          expect(changes.map((change) => change.sequence)).toEqual(changes.map((_, index) => index + 1));
          const stamps = changes.map((change) => change.hlc);
          expect(stamps).toEqual(stamps.toSorted());
          const actions = await machine.database.db
            .selectFrom('actions')
            .select('hlc')
            .orderBy('id')
            .execute();
          const times = actions.map((action) => action.hlc);
          expect(times).toEqual([...new Set(times)].toSorted());
        }),
      ),
      { numRuns: 40 },
    );
  });
});

describe('undo and redo', () => {
  test('undo, then redo, changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (steps) =>
        withMachine(steps, async (machine) => {
          const before = await machine.state();
          if (await machine.turn('undo')) {
            expect(await machine.turn('redo')).toBe(true);
            expect(await machine.state()).toEqual(before);
          }
        }),
      ),
      { numRuns: 60 },
    );
  });

  test('undo to the beginning leaves nothing, and redo to the end brings all of it back, over a restart', async () => {
    const steps = fc.array(
      step.filter((one) => !['undo', 'redo', 'clock'].includes(one.kind)),
      { maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(steps, (taken) =>
        withMachine(taken, async (machine) => {
          const end = await machine.state();
          while (await machine.turn('undo')) await machine.apply({ kind: 'restart' });
          expect(await machine.state()).toEqual([]);
          while (await machine.turn('redo')) await machine.apply({ kind: 'restart' });
          expect(await machine.state()).toEqual(end);
        }),
      ),
      { numRuns: 25 },
    );
  });

  test('a new action ends redo', async () => {
    const steps: Step[] = [{ kind: 'add', surname: 'А' }, { kind: 'undo' }, { kind: 'add', surname: 'Ә' }];
    await withMachine(steps, async (machine) => {
      expect(await machine.turn('redo')).toBe(false);
      expect(await machine.state()).toHaveLength(1);
    });
  });
});

describe('the hybrid clock', () => {
  test('only rises, whatever the wall clock does, also over restarts, and so do ids', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 2, maxLength: 60 }), (walls) => {
        let wall = 0;
        let clock = new HybridClock(null, () => wall);
        const stamps: string[] = [];
        const ids: string[] = [];
        for (const [index, ms] of walls.entries()) {
          wall = ms;
          if (index % 7 === 3) clock = new HybridClock(stamps.at(-1) ?? null, () => wall);
          ids.push(clock.newId(), clock.newId());
          stamps.push(clock.tick().hlc, clock.tick().hlc);
        }
        expect(stamps).toEqual([...new Set(stamps)].toSorted());
        expect(new Set(ids).size).toBe(ids.length);
        for (const [index, id] of ids.entries()) {
          if (index % 2 === 1) expect(id > ids[index - 1]!).toBe(true);
        }
      }),
    );
  });
});
