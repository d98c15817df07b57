import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { languages, type Language } from '#shared/contract/app.ts';
import type { InsightJudge, JudgePanel, PanelJudge } from '#shared/contract/insight.ts';
import { judgeWords, panelWarnings } from '../../../../../renderer/features/insight/insightSentences.ts';
import { startI18n, switchLanguage } from '../../../../../renderer/i18n/setup.ts';

beforeAll(async () => {
  // Without a document there is nothing to label with the language.
  Object.assign(globalThis, { document: { documentElement: {} } });
  await startI18n('kk');
});

const judge = (patch: Partial<InsightJudge>): InsightJudge => ({
  expertId: 'e',
  surname: 'Ахметов',
  givenName: 'Дәурен',
  attemptCount: 40,
  studentCount: 8,
  severity: 0.4,
  low: -1,
  high: 1.8,
  driftPer30Days: 0.7,
  isDrifting: false,
  groupGain: 3,
  ...patch,
});
const member = (patch: Partial<PanelJudge>): PanelJudge => ({
  expertId: 'e',
  surname: 'Ахметов',
  givenName: 'Дәурен',
  severity: 0.05,
  driftPer30Days: null,
  isDrifting: false,
  ...patch,
});
const panel = (patch: Partial<JudgePanel>): JudgePanel => ({
  judges: [member({}), member({ surname: 'Сейітова' })],
  targetCount: 60,
  from: '2026-03-02',
  to: '2026-06-01',
  single: null,
  mean: null,
  alpha: null,
  verdict: 'good',
  disputed: [],
  ...patch,
});

async function wordsIn(language: Language) {
  await switchLanguage(language);
  return { t: i18next.t, language };
}

it('a judge is called strict only when the whole interval is on that side, and told what to do', async () => {
  const words = await wordsIn('kk');
  expect(judgeWords(words, judge({}))).toBe('Басқалар сияқты бағалайды.');
  expect(judgeWords(words, judge({ severity: -2.5, low: -4, high: -1 }))).toBe(
    'Қаталдау бағалайды: 2,5 тармаққа. Бірге бағалап, салыстырып көріңіз.',
  );
  expect(judgeWords(words, judge({ severity: 2.5, low: 1, high: 4 }))).toContain('Жұмсақтау');
  expect(judgeWords(words, judge({ isDrifting: true, driftPer30Days: -0.6 }))).toBe(
    'Басқалар сияқты бағалайды. Ай сайын 0,6 тармаққа қаталдап барады.',
  );
});

it('a panel is warned of who stands out, who drifts, and of the aspect to talk about', async () => {
  const words = await wordsIn('en');
  expect(panelWarnings(words, panel({}))).toEqual(['The judges mark alike: nobody stands out.']);
  const disputed = [
    {
      aspectId: 'a',
      description: 'Colour',
      subCriterionCode: 'A1',
      schemeTitle: '',
      spread: 1.2,
      count: 9,
    },
  ];
  const judges = [
    member({ severity: -0.4 }),
    member({ surname: 'Ким', isDrifting: true, driftPer30Days: 0.2 }),
  ];
  expect(panelWarnings(words, panel({ judges, disputed, verdict: 'poor' }))).toEqual([
    'Ахметов\u00a0Д. marks 0.4 of a level more strictly than the others.',
    'Ким\u00a0Д. grows more generous: 0.2 of a level a month.',
    'Talk about the aspect “Colour” before the next championship.',
  ]);
});

it('says it in every language', async () => {
  for (const language of languages) {
    const words = await wordsIn(language);
    const strict = judgeWords(words, judge({ severity: -2, low: -3, high: -1 }));
    expect(strict).not.toContain('{{');
    expect(strict).not.toBe(judgeWords(words, judge({})));
    for (const verdict of ['good', 'moderate', 'poor', 'unknown'] as const)
      expect(panelWarnings(words, panel({ verdict }))).toHaveLength(1);
  }
});
