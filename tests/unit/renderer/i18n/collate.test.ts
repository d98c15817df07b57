import { expect, it } from 'vitest';
import { compareKazakhAsRussian, compareText } from '../../../../renderer/i18n/collate.ts';

const ALPHABET = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ';

it.each([
  ['without a Kazakh collation', compareKazakhAsRussian],
  ['with the engine', compareText('kk')],
])('keeps the Kazakh alphabet %s', (_how, compare) => {
  const letters = Array.from(ALPHABET);
  expect(letters.toReversed().sort(compare).join('')).toBe(ALPHABET);
  expect(['Ілияс', 'Ыбырай', 'Үсен', 'Ұлан', 'Іңкәр', 'Улан'].sort(compare)).toEqual([
    'Улан',
    'Ұлан',
    'Үсен',
    'Ыбырай',
    'Ілияс',
    'Іңкәр',
  ]);
});

it('orders numbers inside of names by size', () => {
  expect(['ВЕБ-10', 'ВЕБ-9'].sort(compareText('ru'))).toEqual(['ВЕБ-9', 'ВЕБ-10']);
});
