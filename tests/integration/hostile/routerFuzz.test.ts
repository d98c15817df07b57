import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registry, type RouteName } from '#shared/contract/registry.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { setUpTraining } from '../../helpers/training.ts';
import { inputOf, type KnownIds } from './inputArbitrary.ts';
import { stateOf } from './stateOf.ts';

/** They put another database in place of the one whose state is watched. */
const SWITCHING = new Set<string>(['app.openSample', 'app.removeSample']);

/** The same inputs at each run, so that a failure is of the change that it shows in; another seed and more runs look further. */
const SEED = Number(process.env['SHYNG_FUZZ_SEED'] ?? 2026);
const RUNS = Number(process.env['SHYNG_FUZZ_RUNS'] ?? 20);

const routes = (Object.keys(registry) as RouteName[]).filter((name) => !SWITCHING.has(name));

let app: TestApplication;
let ids: KnownIds;

beforeAll(async () => {
  app = await openApplication();
  const training = await setUpTraining(app);
  ids = {
    student: training.studentIds,
    competency: [training.competencyId],
    scheme: [training.scheme.id],
    session: [training.sessionId],
    attempt: training.attemptIds,
    aspect: training.aspects.map(({ id }) => id),
    criterion: training.scheme.criteria.flatMap((one) => one.subCriteria).map(({ id }) => id),
  };
});
afterAll(async () => app[Symbol.asyncDispose]());

const ask = (route: RouteName, input: unknown) =>
  app.application.dispatch(route, input, { kind: 'trusted', door: 'window' });

describe('any input', () => {
  test.each(routes)('of %s is answered, never with an accident; a refusal stores nothing', async (route) => {
    await fc.assert(
      fc.asyncProperty(inputOf(registry[route].input, ids), async (input) => {
        const before = await stateOf(app);
        const answer = await ask(route, input);
        if (answer.ok) {
          expect(registry[route].output.safeParse(answer.data).error?.issues).toBeUndefined();
          return;
        }
        expect(answer.error.code).not.toBe('internal');
        expect(await stateOf(app)).toBe(before);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

describe('a message of a bad size or shape', () => {
  const deep = (levels: number): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < levels; level++) value = [value];
    return value;
  };
  const messages: [string, unknown][] = [
    ['ten megabytes of text', { search: 'я'.repeat(5_000_000) }],
    ['a million items', Array.from({ length: 1_000_000 }, () => 0)],
    ['ten thousand levels', deep(10_000)],
    ['a field of the prototype', JSON.parse('{"__proto__":{"admin":true}}')],
    ['a constructor', { constructor: { prototype: { admin: true } } }],
    ['a function', () => undefined],
    ['a symbol', Symbol('x')],
    ['a number beyond numbers', { search: Number.POSITIVE_INFINITY }],
    ['half of a letter', { search: '\ud800' }],
    ['control characters', { search: 'a\u0000b' }],
  ];
  test.each(messages)('is refused or answered in a moment: %s', async (_name, input) => {
    const before = await stateOf(app);
    const start = performance.now();
    const answer = await ask('people.listStudents', input).catch(() => 'thrown');
    expect(answer).not.toBe('thrown');
    expect(performance.now() - start).toBeLessThan(2000);
    expect(await stateOf(app)).toBe(before);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
