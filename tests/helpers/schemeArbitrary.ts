import fc from 'fast-check';
import { isCalculationLabel } from '#shared/domain/schemes/calculationText.ts';
import type { Calculation } from '#shared/domain/schemes/calculation.ts';
import { cleanText } from '#shared/domain/schemes/cellValue.ts';
import { unscaleDecimal } from '#shared/domain/schemes/decimalText.ts';
import type {
  SchemeAspect,
  SchemeCalculation,
  SchemeCriterion,
  SchemeDocument,
  SchemeSubCriterion,
} from '#shared/domain/schemes/schemeDocument.ts';

/** Texts that workbooks are known to spoil, among random ones; always in the clean form, maybe ''. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      '@SUM(A1)',
      '-5',
      '0,25',
      '17',
      'TRUE',
      'A',
      'M',
      'J1',
      'Total',
      'Criterion A',
      '_x0041_',
      '<b>&amp;',
      'a\n  b',
      '#-#',
      'ұзын жол',
      'constructor',
      '__proto__',
      ']]>',
    ),
  )
  .map(cleanText);

const filledText = text.filter((value) => value !== '');

/** A decimal with at most eight places, as the sheet of calculations keeps it. */
const decimal = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }).map((scaled) => unscaleDecimal(scaled, 8));
const deductionType = fc.constantFrom<'unit' | 'percent'>('unit', 'percent');
const label = text.filter(isCalculationLabel);

const calculation: fc.Arbitrary<Calculation> = fc.oneof(
  fc.constantFrom<Calculation>({ kind: 'pass_fail' }, { kind: 'manual' }),
  fc.record({ kind: fc.constant('number_completed' as const), possible: decimal }),
  fc.record({
    kind: fc.constant('choice' as const),
    deductionType,
    options: fc.array(fc.record({ label, deduction: decimal }), { maxLength: 9 }),
  }),
  fc.record({
    kind: fc.constant('regular_difference' as const),
    target: decimal,
    difference: decimal,
    differenceType: deductionType,
    deduction: decimal,
    deductionType,
  }),
  fc.record({
    kind: fc.constant('ranged_score' as const),
    target: decimal,
    deductionType,
    ranges: fc.array(fc.record({ lower: decimal, upper: decimal, deduction: decimal }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('unknown' as const),
    cisKind: fc.constantFrom('WEIGHTED_MEAN', 'LOOKUP_2'),
    parametersText: text,
  }),
);

export const schemeCalculation: fc.Arbitrary<SchemeCalculation> = fc.record({
  name: text,
  isShared: fc.boolean(),
  calculation,
});

const hundredths = fc.integer({ min: 0, max: 10_000 });
const sectionNumber = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null });

const aspect = (calculations: number): fc.Arbitrary<SchemeAspect> =>
  fc
    .record({
      kind: fc.constantFrom<'measurement' | 'judgement'>('measurement', 'judgement'),
      headings: fc.array(filledText, { maxLength: 2 }),
      description: text,
      extraDescription: text,
      requirement: text,
      sectionNumber,
      maxHundredths: hundredths,
      descriptors: fc.array(fc.record({ score: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3), text }), {
        maxLength: 5,
      }),
      extraRows: fc.array(fc.record({ text: filledText, afterDescriptors: fc.nat(5) }), { maxLength: 4 }),
      calculationIndex:
        calculations === 0 ? fc.constant(null) : fc.option(fc.nat(calculations - 1), { nil: null }),
    })
    .map((made) => ({
      ...made,
      extraRows: made.extraRows
        .map((row) => ({ ...row, afterDescriptors: Math.min(row.afterDescriptors, made.descriptors.length) }))
        .sort((a, b) => a.afterDescriptors - b.afterDescriptors),
    }));

const day = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 5 }), fc.integer({ min: -2, max: -1 }));

/** Sub-criteria are numbered within their criterion. */
const subCriteria = (letter: string, calculations: number): fc.Arbitrary<SchemeSubCriterion[]> =>
  fc
    .array(
      fc.record({ name: text, markingDay: day, aspects: fc.array(aspect(calculations), { maxLength: 4 }) }),
      {
        maxLength: 4,
      },
    )
    .map((made) => made.map((sub, index) => ({ code: `${letter}${index + 1}`, ...sub })));

const criterion = (letter: string, calculations: number): fc.Arbitrary<SchemeCriterion> =>
  fc.record({
    code: fc.constant(letter),
    name: text,
    declaredHundredths: fc.option(hundredths, { nil: null }),
    subCriteria: subCriteria(letter, calculations),
  });

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

const hasAspect = (document: SchemeDocument): boolean =>
  document.criteria.some(({ subCriteria: forms }) => forms.some((sub) => sub.aspects.length > 0));

/** Any scheme that a workbook can hold, in the clean form that reading gives; at least one aspect. */
export const schemeDocument: fc.Arbitrary<SchemeDocument> = fc
  .tuple(
    fc.array(schemeCalculation, { maxLength: 4 }),
    fc.shuffledSubarray(LETTERS, { minLength: 1, maxLength: 4 }),
  )
  .chain(([calculations, letters]) =>
    fc.record({
      title: text,
      sections: fc.array(
        fc.record({ number: fc.integer({ min: 1, max: 12 }), name: text, declaredHundredths: hundredths }),
        { maxLength: 4 },
      ),
      criteria: fc.tuple(...letters.map((letter) => criterion(letter, calculations.length))),
      calculations: fc.constant(calculations),
    }),
  )
  .filter(hasAspect);
