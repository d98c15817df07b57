import { describe, expect, test } from 'vitest';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CellEntry } from '#shared/domain/training/markBlock.ts';
import { CallFailure } from '../../../../../renderer/client/callFailure.ts';
import type { FailureCode } from '../../../../../renderer/client/callFailure.ts';
import { MarkSender } from '../../../../../renderer/features/training/marks/markSender.ts';

type Stored = RouteOutput<'training.setMarks'>;

/** A storage that only this test sees. */
function memoryStorage() {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

const place = { sessionId: 'session', schemeId: 'scheme' };
const points = (aspectId: string, markHundredths: number): CellEntry => ({
  attemptId: 'a',
  aspectId,
  entry: { kind: 'points', markHundredths },
});

/** A sender whose calls the test answers one by one. */
function open(storage = memoryStorage(), isSample = false) {
  const calls: {
    cells: readonly CellEntry[];
    answer: () => Promise<void>;
    refuse: (code: FailureCode) => Promise<void>;
  }[] = [];
  const stored: number[] = [];
  let ids = 0;
  const sender = new MarkSender(
    {
      send: (cells) =>
        new Promise<Stored>((resolve, reject) => {
          const settled = () => new Promise<void>((done) => setImmediate(done));
          calls.push({
            cells,
            answer: () => {
              resolve({ marks: [], totals: [] });
              return settled();
            },
            refuse: (code) => {
              reject(new CallFailure(code, code));
              return settled();
            },
          });
        }),
      storage,
      newId: () => `batch ${(ids += 1)} of ${storage.length}`,
      onStored: ({ sequence }) => stored.push(sequence),
    },
    isSample,
  );
  const states = () => sender.store.getState().batches.map((batch) => batch.state);
  return { sender, calls, stored, storage, states };
}

describe('marks are sent', () => {
  test('one batch after the other, in the order they were entered', async () => {
    const { sender, calls, stored, storage, states } = open();
    sender.add(place, [points('x', 1)]);
    sender.add(place, [points('y', 2)]);
    sender.add(place, [points('z', 3)]);
    expect(calls).toHaveLength(1);
    expect(states()).toEqual(['sending', 'waiting', 'waiting']);
    await calls[0]?.answer();
    expect(calls).toHaveLength(2);
    await calls[1]?.answer();
    await calls[2]?.answer();
    expect(calls.map(({ cells }) => cells[0]?.aspectId)).toEqual(['x', 'y', 'z']);
    expect(stored).toEqual([1, 2, 3]);
    expect(sender.store.getState()).toMatchObject({ batches: [], storedCount: 3 });
    expect(storage.items.size).toBe(0);
  });

  test('and kept until they are acknowledged, also over a reload of the page', async () => {
    const storage = memoryStorage();
    const first = open(storage);
    first.sender.add(place, [points('x', 1)]);
    first.sender.add(place, [points('y', 2)]);
    expect(storage.items.size).toBe(2);
    const second = open(storage);
    expect(second.states()).toEqual(['sending', 'waiting']);
    await second.calls[0]?.answer();
    await second.calls[1]?.answer();
    expect(second.calls.map(({ cells }) => cells[0]?.aspectId)).toEqual(['x', 'y']);
    expect(storage.items.size).toBe(0);
  });

  test('what another program wrote into the storage is left alone', () => {
    const storage = memoryStorage();
    storage.setItem('other', 'x');
    storage.setItem('shyng.unsentMarks.broken', '{');
    storage.setItem('shyng.unsentMarks.wrong', '{"id":1}');
    expect(open(storage).states()).toEqual([]);
    expect(storage.getItem('other')).toBe('x');
  });
});

describe('a refusal', () => {
  test('holds up only its own cells, and can be tried again', async () => {
    const { sender, calls, states, storage } = open();
    sender.add(place, [points('x', 1)]);
    sender.add(place, [points('y', 2)]);
    await calls[0]?.refuse('mark_above_maximum');
    expect(calls).toHaveLength(2);
    await calls[1]?.answer();
    expect(states()).toEqual(['failed']);
    expect(sender.store.getState().batches[0]?.failure).toBe('mark_above_maximum');
    sender.retry();
    await calls[2]?.answer();
    expect(states()).toEqual([]);
    expect(storage.items.size).toBe(0);
  });

  test('is forgotten for cells that have a newer value, in the storage too', async () => {
    const { sender, calls, storage } = open();
    sender.add(place, [points('x', 1), points('y', 1)]);
    await calls[0]?.refuse('disk_full');
    sender.add(place, [points('x', 2)]);
    await calls[1]?.answer();
    expect(sender.store.getState().batches.map(({ cells }) => cells)).toEqual([[points('y', 1)]]);
    expect(open(storage).calls[0]?.cells).toEqual([points('y', 1)]);
  });

  test('of an older value does not come back when a newer one is queued already', async () => {
    const { sender, calls, states } = open();
    sender.add(place, [points('x', 1)]);
    sender.add(place, [points('x', 2)]);
    await calls[0]?.refuse('disk_full');
    await calls[1]?.answer();
    expect(states()).toEqual([]);
  });

  test('can be given up', async () => {
    const { sender, calls, states, storage } = open();
    sender.add(place, [points('x', 1)]);
    await calls[0]?.refuse('not_found');
    sender.discard();
    expect(states()).toEqual([]);
    expect(storage.items.size).toBe(0);
  });
});

test('while nobody answers, everything waits for the connection and keeps its order', async () => {
  const { sender, calls, states } = open();
  sender.add(place, [points('x', 1)]);
  sender.add(place, [points('y', 2)]);
  await calls[0]?.refuse('unreachable');
  expect(states()).toEqual(['failed', 'failed']);
  expect(calls).toHaveLength(1);
  sender.retry();
  await calls[1]?.answer();
  await calls[2]?.answer();
  expect(calls.map(({ cells }) => cells[0]?.aspectId)).toEqual(['x', 'x', 'y']);
  expect(states()).toEqual([]);
});

test('marks of the sample college never reach the college’s own database', async () => {
  const storage = memoryStorage();
  const sample = open(storage, true);
  sample.sender.add(place, [points('x', 1)]);
  const own = open(storage, false);
  expect(own.calls).toHaveLength(0);
  own.sender.switchDatabase(true);
  expect(own.calls).toHaveLength(1);
  await own.calls[0]?.answer();
  own.sender.add(place, [points('y', 1)]);
  await own.calls[1]?.refuse('not_found');
  own.sender.switchDatabase(false);
  expect(own.states()).toEqual([]);
  expect(storage.items.size).toBe(0);
});

test('a cell shows for a while that it is stored', async () => {
  const { sender, calls } = open();
  sender.add(place, [points('x', 1)]);
  await calls[0]?.answer();
  sender.add(place, [points('y', 1)]);
  await calls[1]?.answer();
  expect([...sender.store.getState().fresh.keys()]).toEqual(['a x', 'a y']);
  sender.settle(1);
  expect([...sender.store.getState().fresh.keys()]).toEqual(['a y']);
  expect(sender.since(1).map(({ sequence }) => sequence)).toEqual([2]);
});
