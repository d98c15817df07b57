import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { applyEvent } from '../../../../renderer/client/applyEvent.ts';
import { routeKey } from '../../../../renderer/client/queries.ts';
import type { ClientEvent } from '../../../../renderer/client/transport.ts';

/** Answers that come when the test says so, each with what was there when it was asked for. */
class SlowMain {
  value = 'before';
  asked = 0;
  readonly #waiting: (() => void)[] = [];

  readonly ask = async (): Promise<string> => {
    this.asked += 1;
    const read = this.value;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return read;
  };

  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function watch(main: SlowMain): { queryClient: QueryClient; seen: () => string | undefined } {
  const queryClient = new QueryClient();
  const queryKey = routeKey('people.listStudents', {});
  const observer = new QueryObserver<string>(queryClient, { queryKey, queryFn: main.ask });
  observer.subscribe(() => undefined);
  return { queryClient, seen: () => observer.getCurrentResult().data };
}

const changed: ClientEvent = { kind: 'changed', entities: ['students'] };

test('a change that is told while the first answer is on its way is seen', async () => {
  const main = new SlowMain();
  const { queryClient, seen } = watch(main);
  main.value = 'after';
  applyEvent(queryClient, changed);
  await main.answer();
  await main.answer();
  expect(seen()).toBe('after');
  expect(main.asked).toBe(2);
});

test('a change that is told later is asked for once', async () => {
  const main = new SlowMain();
  const { queryClient, seen } = watch(main);
  await main.answer();
  expect(seen()).toBe('before');
  main.value = 'after';
  applyEvent(queryClient, changed);
  await main.answer();
  expect(seen()).toBe('after');
  expect(main.asked).toBe(2);
});

test('a change of other rows asks nothing', async () => {
  const main = new SlowMain();
  const { queryClient, seen } = watch(main);
  await main.answer();
  applyEvent(queryClient, { kind: 'changed', entities: ['events'] });
  await main.answer();
  expect(seen()).toBe('before');
  expect(main.asked).toBe(1);
});
