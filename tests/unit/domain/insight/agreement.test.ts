import { expect, test } from 'vitest';
import { describeAgreement } from '#shared/domain/insight/agreement.ts';
import { chooseNextAction, type Situation } from '#shared/domain/insight/nextAction.ts';

test('judges who differ are found out, and the aspect where they differ most comes first', () => {
  const agreement = describeAgreement([
    { aspectId: 'a', scores: [2, 2, 2] },
    { aspectId: 'a', scores: [3, 3, 2] },
    { aspectId: 'b', scores: [0, 1, 3] },
    { aspectId: 'b', scores: [1, 1, 3] },
    { aspectId: 'c', scores: [1, null, 1] },
  ]);
  expect(agreement.disputed.map((one) => one.aspectId)).toEqual(['b', 'a']);
  expect(agreement.verdict).not.toBe('good');
  expect(agreement.severity[2]).toBeGreaterThan(0);
  expect(describeAgreement([]).verdict).toBe('unknown');
});

const name = { kk: 'б', ru: 'б', en: 's' };
const section = (number: number, costHundredths: number) => ({
  number,
  name,
  weightHundredths: 2000,
  percent: 60,
  squadPercent: 70,
  costHundredths,
});
const situation: Situation = {
  attemptCount: 10,
  idleDays: 2,
  load: { chronic: 60, acute: 70 },
  sections: [section(1, 300), section(4, 620), section(5, 100)],
  moduleOf: (number) => (number === 4 ? { code: 'B1', name: 'Module B' } : null),
  daysSinceWhole: 10,
};

test('the next action: what blocks learning first, then the costliest section, then the whole project', () => {
  expect(chooseNextAction({ ...situation, attemptCount: 0 })).toEqual({ code: 'start' });
  expect(chooseNextAction({ ...situation, idleDays: 20 })).toEqual({ code: 'return', idleDays: 20 });
  expect(chooseNextAction({ ...situation, load: { chronic: 60, acute: 100 } }).code).toBe('rest');
  expect(chooseNextAction(situation)).toMatchObject({
    code: 'section',
    number: 4,
    costHundredths: 620,
    module: { code: 'B1' },
    runs: 2,
  });
  const mastered = { ...situation, sections: [section(1, 40)] };
  expect(chooseNextAction({ ...mastered, daysSinceWhole: null }).code).toBe('whole');
  expect(chooseNextAction(mastered)).toEqual({ code: 'keep' });
});
