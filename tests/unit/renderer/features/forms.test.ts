import { expect, it } from 'vitest';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import { passesFilter } from '../../../../renderer/features/competencies/competencyChoices.ts';
import {
  draftOf,
  inputOf,
  nextSection,
  sumOfWeights,
} from '../../../../renderer/features/competencies/ownCompetencyForm.ts';
import { ageOn } from '../../../../renderer/features/people/age.ts';
import { commonValues } from '../../../../renderer/features/people/studentForm.ts';

it('counts full years only', () => {
  expect(ageOn('2008-03-05', '2026-03-04')).toBe(17);
  expect(ageOn('2008-03-05', '2026-03-05')).toBe(18);
});

it('suggests values in the order of their use', () => {
  const rows = ['b', 'a', 'b', ''].map((name) => ({ name }));
  expect(commonValues(rows, (row) => row.name)).toEqual(['b', 'a']);
});

const welding: CompetencyRow = {
  id: '1',
  kind: 'official',
  edition: 'WSC2026',
  number: '10',
  name: { kk: 'Дәнекерлеу технологиясы', ru: 'Сварочные технологии', en: 'Welding' },
  attested: { kk: true, ru: true },
  sector: 'construction-and-building-technology',
  teamSize: 1,
  maxAge: 22,
  targetHundredths: null,
  candidateCount: 0,
};

it('finds a competency by its name in any language and by its number', () => {
  const by = (search: string): boolean => passesFilter(welding, { search, sector: null, kind: 'all' });
  expect(['данекерлеу', 'welding', 'сварочные', '10'].every(by)).toBe(true);
  expect(by('cooking')).toBe(false);
});

it('narrows to squads, own competencies and a sector', () => {
  expect(passesFilter(welding, { search: '', sector: null, kind: 'squad' })).toBe(false);
  expect(passesFilter({ ...welding, candidateCount: 3 }, { search: '', sector: null, kind: 'squad' })).toBe(
    true,
  );
  expect(passesFilter(welding, { search: '', sector: null, kind: 'own' })).toBe(false);
  expect(passesFilter(welding, { search: '', sector: 'transportation-and-logistics', kind: 'all' })).toBe(
    false,
  );
});

it('numbers sections on and sums their weights; an empty weight is sent as zero', () => {
  const draft = draftOf(null);
  const first = { ...nextSection(draft.sections), weightHundredths: 6050 };
  const second = nextSection([first]);
  expect([first.number, second.number]).toEqual([1, 2]);
  expect(sumOfWeights([first, second])).toBe(6050);
  const input = inputOf({ ...draft, sections: [first, second] });
  expect(input.sections.map(({ weightHundredths }) => weightHundredths)).toEqual([6050, 0]);
  expect(input.sections[0]).not.toHaveProperty('key');
});
