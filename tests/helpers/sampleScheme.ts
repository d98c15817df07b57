import type { SchemeAspect, SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';

const LADDER = ['Not done', 'Done with gaps', 'Done well', 'Done outstandingly well'];

/** A measurement of a section with a mark; the rest as given. */
export function makeMeasurement(
  description: string,
  maxHundredths: number,
  rest: Partial<SchemeAspect> = {},
): SchemeAspect {
  return {
    kind: 'measurement',
    headings: [],
    description,
    extraDescription: '',
    requirement: '',
    sectionNumber: 1,
    maxHundredths,
    descriptors: [],
    extraRows: [],
    calculationIndex: null,
    ...rest,
  };
}

/** A judgement with a whole ladder; the rest as given. */
export function makeJudgement(
  description: string,
  maxHundredths: number,
  rest: Partial<SchemeAspect> = {},
): SchemeAspect {
  return makeMeasurement(description, maxHundredths, {
    kind: 'judgement',
    descriptors: LADDER.map((text, score) => ({ score: score as 0 | 1 | 2 | 3, text })),
    ...rest,
  });
}

/**
 * A scheme of our own wording with everything that a workbook can hold: 3 sections, 2 criteria with aspects
 * and one letter without, 3 sub-criteria on days 1 and 2, 8 aspects (6 measured, 2 judged), 100 points.
 */
export function makeSampleScheme(): SchemeDocument {
  return {
    title: '15 Plumbing and Heating',
    sections: [
      { number: 1, name: 'Order of work', declaredHundredths: 2000 },
      { number: 2, name: 'Pipework', declaredHundredths: 5000 },
      { number: 3, name: 'Commissioning', declaredHundredths: 3000 },
    ],
    criteria: [
      {
        code: 'A',
        name: 'Heating circuit',
        declaredHundredths: 6000,
        subCriteria: [
          {
            code: 'A1',
            name: 'Pipes and joints',
            markingDay: 1,
            aspects: [
              makeMeasurement('Distance of the riser from the wall', 1050, {
                sectionNumber: 2,
                requirement: '50 mm ± 1 mm',
                extraDescription: 'Measured at three heights',
                calculationIndex: 0,
              }),
              makeJudgement('Look of the soldered joints', 1250, {
                sectionNumber: 2,
                extraDescription: 'Seen from one metre',
                extraRows: [
                  { text: 'Wipe the joints first', afterDescriptors: 0 },
                  { text: 'No mark with a leak', afterDescriptors: 4 },
                ],
              }),
              makeMeasurement('Pressure holds for ten minutes', 2700, {
                sectionNumber: 2,
                headings: ['Under pressure'],
                extraRows: [
                  { text: 'Deduct 0.5 for each refill', afterDescriptors: 0 },
                  { text: 'Deduct 0,25 for drops at a valve', afterDescriptors: 0 },
                ],
              }),
            ],
          },
          {
            code: 'A2',
            name: 'Order at the place',
            markingDay: 1,
            aspects: [makeMeasurement('Tools are back in the case', 1000, { calculationIndex: 1 })],
          },
        ],
      },
      {
        code: 'B',
        name: 'Start-up',
        declaredHundredths: 4000,
        subCriteria: [
          {
            code: 'B1',
            name: 'Settings and handover',
            markingDay: 2,
            aspects: [
              makeMeasurement('Flow temperature as ordered', 1500, { sectionNumber: 3, calculationIndex: 2 }),
              makeMeasurement('Radiators warm evenly', 29, { sectionNumber: 3, calculationIndex: 1 }),
              makeJudgement('Talk with the customer', 1471, { sectionNumber: 3 }),
              makeMeasurement('Report is complete', 1000),
            ],
          },
        ],
      },
      { code: 'C', name: '', declaredHundredths: null, subCriteria: [] },
    ],
    calculations: [
      {
        name: 'Off by millimetres',
        isShared: true,
        calculation: {
          kind: 'regular_difference',
          target: '50',
          difference: '1',
          differenceType: 'unit',
          deduction: '2.5',
          deductionType: 'unit',
        },
      },
      { name: '', isShared: false, calculation: { kind: 'number_completed', possible: '6' } },
      {
        name: 'B1.M1',
        isShared: true,
        calculation: {
          kind: 'choice',
          deductionType: 'percent',
          options: [
            { label: 'As ordered', deduction: '0' },
            { label: 'Within five degrees', deduction: '50' },
          ],
        },
      },
      {
        name: 'Kept from an older scheme',
        isShared: true,
        calculation: { kind: 'unknown', cisKind: 'WEIGHTED_MEAN', parametersText: 'WEIGHT:::1#x~x#' },
      },
    ],
  };
}
