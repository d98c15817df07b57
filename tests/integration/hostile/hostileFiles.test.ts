import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { makeCisWorkbook } from '../../helpers/cisWorkbook.ts';
import { makeSampleScheme } from '../../helpers/sampleScheme.ts';
import { stateOf } from './stateOf.ts';
import { hostileFiles } from './hostileFiles.ts';

/** A file may keep the program busy for this long, and its memory may grow by this much. */
const MAX_MS = 10_000;
const MAX_GROWTH_BYTES = 700_000_000;

const REFUSALS = new Set([
  'bad_input',
  'not_a_workbook',
  'workbook_encrypted',
  'workbook_empty',
  'workbook_no_aspects',
  'workbook_too_large',
  'workbook_unknown_layout',
  'workbook_unreadable',
]);

let app: TestApplication;
let state: string;

beforeAll(async () => {
  app = await openApplication();
  state = await stateOf(app);
});
afterAll(async () => app[Symbol.asyncDispose]());

const ask = (route: string, given: unknown) =>
  app.application.dispatch(route, given, { kind: 'trusted', door: 'window' });

const input = (bytes: Buffer) => ({
  fileName: 'схема.xlsx',
  content: bytes.toString('base64'),
  dryRun: false,
});

describe('a hostile file', () => {
  test.each(hostileFiles)(
    'is refused in bounded time and memory, nothing stored: $name',
    async ({ make }) => {
      const bytes = make();
      const before = process.memoryUsage().rss;
      const start = performance.now();
      const code = await app.refused('schemes.importWorkbook', input(bytes));
      expect(REFUSALS).toContain(code);
      expect(performance.now() - start).toBeLessThan(MAX_MS);
      expect(process.memoryUsage().rss - before).toBeLessThan(MAX_GROWTH_BYTES);
      expect(await stateOf(app)).toBe(state);
    },
  );

  test.each(hostileFiles)(
    'is no file of results and none of people either: read as text or refused, nothing stored: $name',
    async ({ make }) => {
      const { competencies } = await app.call('competencies.list', {});
      const content = make().toString('base64');
      const ofResults = {
        competencyId: competencies[0]?.id,
        schemeId: null,
        date: null,
        totalMaxHundredths: 10_000,
      };
      const before = process.memoryUsage().rss;
      const start = performance.now();
      const results = await ask('exchange.previewResults', { fileName: 'x.xlsx', content, ...ofResults });
      if (results.ok) {
        const { results: read } = results.data as { results: { students: unknown[] }[] };
        expect(read.every(({ students }) => students.length === 0)).toBe(true);
      } else expect(REFUSALS).toContain(results.error.code);
      const people = await ask('exchange.previewPeople', { fileName: 'x.xlsx', content });
      if (!people.ok) expect(REFUSALS).toContain(people.error.code);
      expect(performance.now() - start).toBeLessThan(2 * MAX_MS);
      expect(process.memoryUsage().rss - before).toBeLessThan(MAX_GROWTH_BYTES);
      expect(await stateOf(app)).toBe(state);
    },
  );

  test('is one of at least sixty', () => {
    expect(new Set(hostileFiles.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
  });
});

describe('a workbook with damaged bytes', () => {
  test('is read or refused, and when refused nothing is stored', { timeout: 120_000 }, async () => {
    const whole = Buffer.from(await makeCisWorkbook(makeSampleScheme()));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const copy = Buffer.from(whole);
        for (const [at, value] of changes) copy[at] = value;
        const before = await stateOf(app);
        const answer = await app.application.dispatch(
          'schemes.importWorkbook',
          { ...input(copy), dryRun: true },
          { kind: 'trusted', door: 'window' },
        );
        if (!answer.ok) expect(REFUSALS).toContain(answer.error.code);
        expect(await stateOf(app)).toBe(before);
      }),
      { numRuns: 25, seed: 2026 },
    );
  });
});
