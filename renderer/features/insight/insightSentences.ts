import type { TFunction } from 'i18next';
import type { Language } from '#shared/contract/app.ts';
import type { InsightForecast, InsightJudge, JudgePanel } from '#shared/contract/insight.ts';
import { formatFor } from '../../i18n/format.ts';
import { shortName } from '../../i18n/names.ts';

interface Words {
  t: TFunction;
  language: Language;
}

/** What the record says about the day, or what is needed before it says anything. */
export function forecastWords({ t, language }: Words, forecast: InsightForecast): string[] {
  const format = formatFor(language);
  if (forecast.kind === 'refused') {
    return [t('insight:forecast.tooFew', { count: forecast.need - forecast.have, have: forecast.have })];
  }
  const { value, low, high, level, coverage } = forecast;
  return [
    t('insight:forecast.words', {
      date: format.longDate(forecast.day),
      value: format.percent(value, 0),
      low: format.percent(low, 0),
      high: format.percent(high, 0),
      level: format.percent(level, 0),
    }),
    forecast.trend ? t('insight:forecast.trend') : t('insight:forecast.noTrend'),
    coverage.total === 0
      ? t('insight:forecast.noCoverage')
      : t('insight:forecast.coverage', { inside: coverage.inside, total: coverage.total }),
    ...(forecast.chanceOfTarget === null
      ? []
      : [t('insight:forecast.chance', { chance: format.percent(100 * forecast.chanceOfTarget, 0) })]),
  ];
}

/** Whether a judge stands out, in plain words. */
export function judgeWords({ t, language }: Words, judge: InsightJudge): string {
  const format = formatFor(language);
  const points = format.number(Math.abs(judge.severity), 1);
  const base =
    judge.low > 0
      ? t('insight:judge.generous', { points })
      : judge.high < 0
        ? t('insight:judge.strict', { points })
        : t('insight:judge.usual');
  if (!judge.isDrifting || judge.driftPer30Days === null) return base;
  const drift = t(judge.driftPer30Days > 0 ? 'insight:judge.softer' : 'insight:judge.harder', {
    points: format.number(Math.abs(judge.driftPer30Days), 1),
  });
  return `${base} ${drift}`;
}

/** Steps of the scale that make a judge stand out in a panel. */
const STANDS_OUT = 0.15;

/** What to do about a panel of judges, in plain words; one sentence that all is well where nothing stands out. */
export function panelWarnings({ t, language }: Words, panel: JudgePanel): string[] {
  const format = formatFor(language);
  const steps = (value: number): string => format.number(Math.abs(value), 2);
  const warnings = panel.judges.flatMap((judge) => {
    const name = shortName(judge);
    const level =
      Math.abs(judge.severity) < STANDS_OUT
        ? []
        : [
            t(judge.severity > 0 ? 'insight:agreement.generous' : 'insight:agreement.strict', {
              name,
              steps: steps(judge.severity),
            }),
          ];
    const drift =
      judge.isDrifting && judge.driftPer30Days !== null
        ? [
            t(judge.driftPer30Days > 0 ? 'insight:agreement.softer' : 'insight:agreement.harder', {
              name,
              steps: steps(judge.driftPer30Days),
            }),
          ]
        : [];
    return [...level, ...drift];
  });
  const [worst] = panel.disputed;
  if (panel.verdict === 'poor' && worst !== undefined)
    warnings.push(t('insight:agreement.talk', { aspect: worst.description }));
  return warnings.length > 0 ? warnings : [t(`insight:agreement.calm.${panel.verdict}`)];
}
