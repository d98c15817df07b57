import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, writeAmount } from '#shared/domain/base/amountText.ts';
import { otherLabels, standardColumns, textFields, type TextField } from '#shared/domain/base/itemFields.ts';
import { isStandardHeader, suggestMapping } from '#shared/domain/base/itemMapping.ts';
import { itemCategories, quantityRules } from '#shared/domain/base/quantityRule.ts';
import { readCategory, readItems, readRule, type ReadItem } from '#shared/domain/base/readItems.ts';
import { quoteForSpreadsheet, unquoteFromSpreadsheet } from '#shared/domain/base/spreadsheetText.ts';
import { writeItems } from '#shared/domain/base/writeItems.ts';
import type { WorkbookSheet } from '#shared/domain/schemes/cellValue.ts';
import { readOutputSheets } from '#shared/domain/schemes/workbookOutput.ts';

const DEFAULTS = { quantityHundredths: null, rule: 'per_competitor', groupSize: null } as const;

describe('amounts', () => {
  it.each([
    ['1 250,50', 125_050],
    ['1250.5', 125_050],
    ['1,250.50', 125_050],
    ['12 000 ₸', 1_200_000],
    ['3 тг', 300],
    ['0', 0],
  ])('%s', (text, hundredths) => {
    expect(readAmount(text)).toEqual({ kind: 'value', hundredths });
  });

  it.each(['-5', '1,2,3', 'many', '1.234567', '9'.repeat(12), '$5', '1e9'])('%s is none', (text) => {
    expect(readAmount(text)).toEqual({ kind: 'wrong' });
  });

  it('what is written is read again', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000_000 }), (hundredths) => {
        expect(readAmount(writeAmount(hundredths))).toEqual({ kind: 'value', hundredths });
      }),
    );
  });
});

describe('words of tables', () => {
  it.each([
    ['per competitor', 'per_competitor', null],
    ['1 на 5 участников', 'per_n_competitors', 5],
    ['әр сарапшыға', 'per_expert', null],
    ['per 2 experts', 'per_n_experts', 2],
    ['на компетенцию', 'per_competency', null],
  ] as const)('%s', (text, rule, groupSize) => {
    expect(readRule(text)).toEqual({ rule, groupSize });
  });

  it.each([
    ['Расходные материалы', 'consumables'],
    ['Құрал-саймандар', 'tools'],
    ['ПО', 'software'],
    ['Жиһаз', 'furniture'],
    ['Охрана труда', 'safety'],
    ['Портфель', null],
  ] as const)('%s', (label, category) => {
    expect(readCategory(label)).toBe(category);
  });

  it('finds the columns of an own table below its title', () => {
    const sheets: WorkbookSheet[] = [
      { name: 'Обложка', rows: [['Инфраструктурный лист']] },
      {
        name: 'Лист',
        rows: [
          ['Мастерская'],
          [],
          ['№', 'Наименование оборудования', 'Ед. изм.', 'Кол-во', 'Цена, тг'],
          [1, 'Маска', 'шт', 2, 100],
        ],
      },
    ];
    expect(suggestMapping(sheets)).toEqual({
      sheetName: 'Лист',
      headerRow: 2,
      columns: { name: 1, unit: 2, quantity: 3, price: 4 },
    });
  });

  it('knows the columns of a Kazakh table, and no label mixes two alphabets', () => {
    const header = ['Атауы', 'Кернеу, В', 'Ток күші, А', 'Саны', 'Бағасы', 'Өлшем бірлігі'];
    const sheets = [{ name: 'Парақ', rows: [header, ['Плита', '220', '16', '1', '1000', 'дана']] }];
    expect(suggestMapping(sheets as unknown as WorkbookSheet[])?.columns).toMatchObject({
      volts: 1,
      amps: 2,
    });
    const mixed = Object.values(otherLabels)
      .flat()
      .filter((label) => /\p{Script=Latin}/u.test(label) && /\p{Script=Cyrillic}/u.test(label));
    expect(mixed).toEqual([]);
  });

  it('knows the header of the WorldSkills import by all of its columns', () => {
    const header = standardColumns.map(([, label]) => label);
    expect(isStandardHeader(header)).toBe(true);
    expect(isStandardHeader(header.toSorted())).toBe(false);
  });
});

/** Text as it is kept: one line, no blanks at the ends, nothing that the reader would clean. */
const lineText = fc
  .string({ unit: fc.constantFrom(...Array.from('aB1 =+-@әқң’.,/')), maxLength: 12 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim());
const amount = fc.option(fc.nat({ max: 100_000_000 }), { nil: null });

const items: fc.Arbitrary<ReadItem> = fc
  .record({
    texts: fc.tuple(...textFields.map(() => lineText)),
    name: lineText.filter((text) => text !== ''),
    category: fc.constantFrom(...itemCategories),
    priceTiyn: amount,
    quantityHundredths: amount,
    rule: fc.constantFrom(...quantityRules),
    groupSize: fc.integer({ min: 2, max: 900 }),
    modules: lineText,
    endOfLife: fc.constantFrom(null, '2027-12-31'),
    normHundredths: amount,
  })
  .map(({ texts, groupSize, ...item }) => ({
    ...(Object.fromEntries(textFields.map((field, index) => [field, texts[index] ?? ''])) as Record<
      TextField,
      string
    >),
    ...item,
    categoryLabel: '',
    groupSize: item.rule.startsWith('per_n') ? groupSize : null,
  }));

describe('tables', () => {
  it('what is written in full is read as it was', () => {
    fc.assert(
      fc.property(fc.array(items, { minLength: 1, maxLength: 4 }), (written) => {
        const sheets = readOutputSheets(writeItems(written, true));
        const mapping = suggestMapping(sheets);
        const read = mapping && readItems(sheets, mapping, DEFAULTS);
        expect(read?.items.map((item) => ({ ...item, categoryLabel: '' }))).toEqual(written);
      }),
    );
  });

  it('no text of a written table is run by a spreadsheet', () => {
    fc.assert(
      fc.property(fc.array(items, { minLength: 1, maxLength: 4 }), (written) => {
        const cells = readOutputSheets(writeItems(written, true)).flatMap((sheet) => sheet.rows.flat());
        for (const cell of cells) {
          if (typeof cell === 'string') expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
        }
      }),
    );
  });

  it('quotes also after blanks and line breaks, and takes the quote off again', () => {
    for (const text of ['=1', ' +1', '\n@x', '-', "'=1"]) {
      expect(unquoteFromSpreadsheet(quoteForSpreadsheet(text))).toBe(text === "'=1" ? '=1' : text);
    }
    expect(quoteForSpreadsheet('a=1')).toBe('a=1');
  });

  it('any cells give items or problems, never an error', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 25 }), { maxLength: 6 }), (rows) => {
        const sheets = [{ name: 's', rows }];
        const mapping = suggestMapping(sheets) ?? { sheetName: 's', headerRow: 0, columns: { name: 0 } };
        const read = readItems(
          sheets,
          { ...mapping, columns: { ...mapping.columns, name: 0, price: 1 } },
          DEFAULTS,
        );
        const errors = new Set(read.problems.filter(({ isError }) => isError).map(({ row }) => row));
        expect(read.items.length + errors.size).toBe(read.rows);
      }),
    );
  });
});
