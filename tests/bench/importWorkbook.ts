import type { TestApplication } from '../helpers/application.ts';
import { makeCisWorkbook } from '../helpers/cisWorkbook.ts';
import { makeJudgement, makeMeasurement, makeSampleScheme } from '../helpers/sampleScheme.ts';
import { quantile, time, type Figure } from './figure.ts';

/** As many as the largest scheme of a national final has; every fifth is judged. */
const ASPECTS = 220;
const FORMS = 20;

async function makeLargeWorkbook(aspects: number): Promise<string> {
  const document = makeSampleScheme();
  const perForm = aspects / FORMS;
  document.criteria = ['A', 'B', 'C', 'D'].map((code, c) => ({
    code,
    name: `Module ${code}`,
    declaredHundredths: null,
    subCriteria: Array.from({ length: FORMS / 4 }, (_, form) => ({
      code: `${code}${form + 1}`,
      name: `Part ${form + 1}`,
      markingDay: c + 1,
      aspects: Array.from({ length: perForm }, (_unused, index) => {
        const make = index % 5 === 4 ? makeJudgement : makeMeasurement;
        return make(`What is done in place ${index} of part ${form} is as the drawing shows it`, 45);
      }),
    })),
  }));
  document.calculations = [];
  return Buffer.from(await makeCisWorkbook(document)).toString('base64');
}

async function measure(app: TestApplication, aspects: number, runs: number): Promise<number> {
  const content = await makeLargeWorkbook(aspects);
  const samples = await time(
    runs,
    (run) =>
      app.call('schemes.importWorkbook', {
        fileName: `bench-${run}.xlsx`,
        title: `Import ${aspects}, ${run}`,
        content,
        dryRun: false,
      }),
    1,
  );
  return quantile(samples, 0.5);
}

/** From the bytes of a workbook of 220 aspects to the stored scheme, through the router; and with ten times as many. */
export async function measureImport(app: TestApplication): Promise<Figure[]> {
  const once = await measure(app, ASPECTS, 7);
  const tenfold = await measure(app, ASPECTS * 10, 3);
  return [
    { name: 'import.workbook.ms', value: once, unit: 'ms' },
    { name: 'import.workbook.growth', value: tenfold / once, unit: 'ratio' },
  ];
}
