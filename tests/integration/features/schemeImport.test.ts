import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { makeCisWorkbook, makeWorkbook } from '../../helpers/cisWorkbook.ts';
import { otherLayouts } from '../../helpers/otherLayouts.ts';
import { makeSampleScheme } from '../../helpers/sampleScheme.ts';

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function preview(app: TestApplication, content: string) {
  const { summary, warnings } = await app.call('schemes.importWorkbook', {
    fileName: 'scheme.xlsx',
    content,
    dryRun: true,
  });
  return { summary, codes: warnings.map(({ code }) => code) };
}

describe('the preview of an import', () => {
  test('of CIS, also translated and with every trap, has the counts of the scheme', async () => {
    await using app = await openApplication();
    const traps = [
      {},
      { translated: true, shiftRight: 2 },
      { numbersAsText: true, oddSpaces: true, days: 'kk' as const },
    ];
    for (const trap of traps) {
      const { summary, codes } = await preview(app, encode(await makeCisWorkbook(makeSampleScheme(), trap)));
      // 20 + 50 + 30 declared; the aspects give 20, 50 and 30: nothing varies, and there are 100 points.
      expect(summary).toMatchObject({
        criteria: 2,
        subCriteria: 3,
        aspects: 8,
        measurement: 6,
        judgement: 2,
        totalHundredths: 10_000,
        days: [1, 2],
      });
      expect(codes.filter((code) => code !== 'calculation_unknown')).toEqual([]);
    }
    expect((await app.call('schemes.list', {})).schemes).toEqual([]);
  });

  test.each(Object.entries(otherLayouts))(
    'of the layout %s has its counts and says what is missing',
    async (_, sheet) => {
      await using app = await openApplication();
      const { summary, codes } = await preview(app, encode(await makeWorkbook([sheet])));
      expect(summary).toMatchObject({
        criteria: 1,
        subCriteria: 1,
        aspects: 2,
        measurement: 1,
        judgement: 1,
        totalHundredths: 200,
      });
      expect(codes).toContain('total_not_100');
      expect(codes).toContain('no_sections');
    },
  );
});
