import { expect, it } from 'vitest';
import { CallFailure } from '../../../../renderer/client/callFailure.ts';
import { followSave, saveStore } from '../../../../renderer/client/saveState.ts';

it('says pending while a write is on its way, then when it was stored', async () => {
  const gate = Promise.withResolvers<string>();
  const write = followSave(gate.promise);
  expect(saveStore.getState().pending).toBe(1);
  gate.resolve('stored');
  expect(await write).toBe('stored');
  expect(saveStore.getState()).toMatchObject({ pending: 0, failure: null });
  expect(saveStore.getState().savedAt).not.toBeNull();
});

it('keeps the failure until a write succeeds', async () => {
  const failure = new CallFailure('disk_full', 'no room');
  await expect(followSave(Promise.reject(failure))).rejects.toBe(failure);
  expect(saveStore.getState()).toMatchObject({ pending: 0, failure });
  await followSave(Promise.resolve());
  expect(saveStore.getState().failure).toBeNull();
});
