import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import type { Language } from '#shared/contract/app.ts';
import type { ProgressChart, ProgressHeadline } from '#shared/contract/progress.ts';
import { judgeAttention } from '#shared/domain/progress/attention.ts';
import {
  attentionReason,
  progressSentence,
} from '../../../../../renderer/features/progress/progressSentence.ts';
import { startI18n, switchLanguage } from '../../../../../renderer/i18n/setup.ts';

const SECTION = { number: 4, name: { kk: 'Құрастыру', ru: 'Монтаж', en: 'Assembly' }, percent: 52 };

function chart(headline: Partial<ProgressHeadline>, patch: Partial<ProgressChart> = {}): ProgressChart {
  return {
    points: [],
    totalPoints: 12,
    trend: [{ date: '2026-04-01', percent: 68 }],
    targetPercent: 75,
    sections: [],
    headline: {
      attemptCount: 12,
      latestPercent: 70,
      bestPercent: 80,
      changeOver30Days: 4.2,
      weakestSection: SECTION,
      ...headline,
    },
    ...patch,
  };
}

async function say(language: Language, given: ProgressChart, idleCandidates = 0): Promise<string> {
  await switchLanguage(language);
  return progressSentence({ t: i18next.t, language }, given, {
    targetBasis: 'line',
    idleCandidates,
    today: null,
  });
}

beforeAll(async () => {
  // Without a document there is nothing to label with the language.
  Object.assign(globalThis, { document: { documentElement: {} } });
  await startI18n('kk');
});

describe('the sentence above a chart', () => {
  it('tells what is seen and what to do, in three languages', async () => {
    expect(await say('kk', chart({}))).toBe(
      'Жаттығудың соңғы 30 күнінде сызық 4,2 пайыздық тармаққа өсіп, 68\u00a0% деңгейіне жетті; 75\u00a0% мақсатына дейін 7 пайыздық тармақ қалды. Келесі қадам: «4. Құрастыру» бөлімін пысықтаңыз — балл ең көп осы жерде жоғалады (нәтижесі 52\u00a0%).',
    );
    expect(await say('ru', chart({}))).toBe(
      'За последние 30 дней практики линия поднялась на 4,2 процентного пункта, до 68\u00a0%; до цели 75\u00a0% не хватает 7 процентных пунктов. Дальше: отработайте раздел «4. Монтаж» — на нём теряется больше всего баллов (результат 52\u00a0%).',
    );
    expect(await say('en', chart({}))).toBe(
      'The line rose by 4.2 percentage points over the last 30 days of practice, to 68%; the target of 75% is 7 percentage points away. Next: practise section “4. Assembly”, where most marks are lost (result 52%).',
    );
  });

  it.each([
    [1, 'Пока оценена 1 попытка'],
    [2, 'Пока оценены 2 попытки'],
    [5, 'Пока оценено 5 попыток'],
  ])('counts %i in Russian', async (attemptCount, words) => {
    const few = chart({ attemptCount, changeOver30Days: null }, { trend: [] });
    expect(await say('ru', few)).toContain(words);
  });

  it.each([
    [2.5, 'на 2,5 процентного пункта,'],
    [3, 'на 3 процентных пункта,'],
    [11, 'на 11 процентных пунктов,'],
    [21, 'на 21 процентный пункт,'],
  ])('declines %d points in Russian', async (changeOver30Days, words) => {
    expect(await say('ru', chart({ changeOver30Days }))).toContain(`поднялась ${words}`);
    expect(await say('ru', chart({ changeOver30Days: -changeOver30Days }))).toContain(`опустилась ${words}`);
  });

  it.each(languages)('leaves no key and no hole in %s', async (language) => {
    const headlines: Partial<ProgressHeadline>[] = [
      {},
      { changeOver30Days: null },
      { changeOver30Days: 0.4 },
      { changeOver30Days: -7.3 },
      { weakestSection: null },
      { latestPercent: 90, weakestSection: null },
    ];
    const charts = headlines.flatMap((headline) => [
      chart(headline),
      chart(headline, { targetPercent: null }),
      chart(headline, { targetPercent: 60 }),
      chart({ ...headline, attemptCount: 1 }, { trend: [] }),
    ]);
    for (const given of charts) {
      for (const idle of [0, 3]) {
        const sentence = await say(language, given, idle);
        expect(sentence).not.toMatch(/\{\{|progress:|undefined|null|NaN/);
        expect(sentence).toMatch(/^[\p{Lu}\p{N}].*\.$/u);
      }
    }
  });

  it('says nothing before the first marks', async () => {
    expect(await say('kk', chart({ attemptCount: 0, latestPercent: null }, { trend: [] }))).toBe('');
  });
});

describe('why a competency asks for attention', () => {
  it('is said with the right plural', async () => {
    const state = { candidateCount: 3, attemptCount: 9, latestMeanPercent: 60, targetPercent: 75 };
    await switchLanguage('ru');
    const reason = (lastSessionDate: string): string =>
      attentionReason(
        { t: i18next.t, language: 'ru' },
        judgeAttention({ ...state, lastSessionDate }, '2026-04-30'),
      );
    expect(reason('2026-04-09')).toBe('21 день без тренировок');
    expect(reason('2026-04-08')).toBe('22 дня без тренировок');
    expect(reason('2026-04-05')).toBe('25 дней без тренировок');
    expect(reason('2026-04-29')).toBe('ниже цели на 15 пунктов');
  });
});
