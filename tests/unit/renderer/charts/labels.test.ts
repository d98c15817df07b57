import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../../renderer/ui/fileName.ts';
import { layOutProfile } from '../../../../renderer/charts/profileLayout.ts';
import { wrapText } from '../../../../renderer/charts/wrapText.ts';

const measure = (text: string): number => text.length * 7;

describe('wrapped labels', () => {
  it('break between words', () => {
    expect(wrapText('Жұмысты ұйымдастыру және басқару', 120, measure)).toEqual([
      'Жұмысты',
      'ұйымдастыру және',
      'басқару',
    ]);
  });

  it('break words that are longer than a line', () => {
    expect(wrapText('электрмонтаждау', 56, measure)).toEqual(['электрм-', 'онтажда-', 'у']);
  });

  it('lose nothing and fit', () => {
    const text = fc.array(fc.stringMatching(/^[а-яәіңғүұқөһ]{1,24}$/), { maxLength: 12 });
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 300 }), (words, width) => {
        const lines = wrapText(words.join(' '), width, measure);
        expect(lines.every((line) => measure(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(/[- ]/g, '')).toBe(words.join(''));
      }),
    );
  });
});

describe('layout of a profile', () => {
  const row = (label: string, note?: string) => ({
    id: label,
    label,
    value: 50,
    weight: '10 %',
    details: [],
    ...(note === undefined ? {} : { note }),
  });
  const lay = (labels: readonly string[], width: number) =>
    layOutProfile(
      labels.map((label) => row(label)),
      { width, weightHeading: 'Салмағы' },
      { label: measure, heading: measure },
    );

  it('gives short labels no more than they need, and long ones two fifths', () => {
    expect(lay(['Қысқа'], 1000).labelWidth).toBeLessThan(70);
    const long = lay(['Қауіпсіздік техникасы мен еңбекті қорғау талаптарын сақтау, құжаттама жүргізу'], 1000);
    expect(long.labelWidth).toBe(400);
    expect(long.lines.values().next().value?.length).toBeGreaterThan(1);
  });

  it('makes all rows as high as the longest label with its note', () => {
    const plain = lay(['Қысқа', 'Қауіпсіздік техникасы мен еңбекті қорғау'], 300);
    const noted = layOutProfile(
      [row('Қысқа'), row('Қауіпсіздік техникасы мен еңбекті қорғау', 'x')],
      { width: 300, weightHeading: '' },
      { label: measure, heading: measure },
    );
    expect(noted.rowHeight).toBeGreaterThan(plain.rowHeight);
    expect(plain.height).toBeGreaterThan(2 * plain.rowHeight);
  });
});

describe('names of files', () => {
  it('hold nothing that a system forbids', () => {
    expect(fileNameOf('Сварка: «10/2»  –\tитоги?', 'png')).toBe('Сварка «10 2» – итоги.png');
    expect(fileNameOf('а'.repeat(300), 'svg')).toHaveLength(124);
  });
});
