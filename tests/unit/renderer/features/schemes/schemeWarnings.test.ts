import { describe, expect, it, test } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import { listTexts } from '../../../../helpers/catalogues.ts';
import { groupWarnings, warningWeights } from '../../../../../renderer/features/schemes/schemeWarnings.ts';

describe.each(languages)('in %s', (language) => {
  it('every warning that a scheme can give has its sentence, and no sentence is idle', () => {
    const sentences = listTexts(language).flatMap(({ key }) =>
      key.startsWith('schemes:warning.') ? [key.slice('schemes:warning.'.length)] : [],
    );
    expect(sentences.sort()).toEqual(Object.keys(warningWeights).sort());
  });
});

test('warnings are told by kind, what was lost first', () => {
  const groups = groupWarnings([
    { code: 'sheet_ignored', value: 'x' },
    { code: 'total_not_100' },
    { code: 'mark_missing', row: 3 },
    { code: 'total_not_100' },
    { code: 'mark_missing', row: 9 },
  ]);
  expect(groups.map(({ code, warnings }) => [code, warnings.length])).toEqual([
    ['mark_missing', 2],
    ['total_not_100', 2],
    ['sheet_ignored', 1],
  ]);
});
