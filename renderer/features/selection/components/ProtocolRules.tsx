import type { ReactNode } from 'react';
import { ruleName } from '#shared/domain/selection/eligibility.ts';
import { criterionName, ruleSentence } from '../selectionModel.ts';
import type { PaperProps, Run } from './protocolProps.ts';

type Criterion = Run['config']['criteria'][number];

/** The age limits that were asked for; competencies with the same one together. */
function ageText({ model, t }: PaperProps): string {
  const limits = model.championship.competencies.flatMap(({ competencyId }) => {
    const known = model.view.candidates.find((one) => one.competencyId === competencyId);
    return known ? [{ competencyId, maxAge: known.maxAge }] : [];
  });
  const groups = [...Map.groupBy(limits, ({ maxAge }) => maxAge)];
  const texts = groups.map(([maxAge, own]) =>
    groups.length === 1
      ? String(maxAge ?? '–')
      : `${own.map(({ competencyId }) => model.competencyName(competencyId)).join(', ')} – ${maxAge ?? '∞'}`,
  );
  return `${t('selection:eligibility.age')}: ${texts.join('; ') || '–'}`;
}

/** A condition of eligibility with its limits. */
function eligibilityText(props: PaperProps, rule: Run['config']['eligibility'][number]): string {
  const { model, t, format } = props;
  switch (rule.kind) {
    case 'own':
      return rule.text;
    case 'age':
      return ageText(props);
    case 'min_attempts':
      return t('selection:protocol.minAttempts', { attempts: rule.count, count: rule.days });
    case 'min_percent':
      return t('selection:protocol.minPercent', { percent: format.percent(rule.percent, 1) });
    case 'mock_required':
      return t('selection:protocol.mocks', { mocks: rule.count });
    case 'conflict':
      return t('selection:eligibility.conflictOf', {
        one: model.competencyName(rule.competencyIds[0]),
        other: model.competencyName(rule.competencyIds[1]),
      });
    default:
      return t(`selection:eligibility.${rule.kind}`);
  }
}

/** How figures become points; criteria on the same scale in one line. */
function scaleTexts({ t, format }: PaperProps, criteria: readonly Criterion[]): string[] {
  const scaleText = ({ normalisation }: Criterion): string =>
    normalisation.kind === 'fixed'
      ? t('selection:protocol.scale.fixed', {
          from: format.number(normalisation.from, 1),
          to: format.number(normalisation.to, 1),
        })
      : t('selection:protocol.scale.within_competency');
  const groups = [...Map.groupBy(criteria, scaleText)];
  return groups.map(([scale, own]) =>
    groups.length === 1
      ? `${t('selection:criteria.normalisation')}: ${scale}`
      : `${own.map(({ key, name }) => criterionName(t, key, name)).join(', ')}: ${scale}`,
  );
}

/** What counted and how the team was chosen, as lines. */
function settingTexts(props: PaperProps): string[] {
  const { run, t, format } = props;
  const { config } = run;
  const counted = config.criteria.filter(({ weight }) => weight > 0);
  const weights = counted.map(
    ({ key, name, weight }) => `${criterionName(t, key, name)} ${format.number(weight)}`,
  );
  const tie =
    config.tie.kind === 'seed'
      ? `${t('selection:tie.seed')} ${config.tie.seed}`
      : `${t(`selection:criterion.${config.tie.figure}`)}; ${t('selection:tie.number')} ${config.tie.seed}`;
  return [
    `${t('selection:criteria.title')}: ${weights.join('; ')}`,
    ...scaleTexts(props, counted),
    `${t('selection:criteria.missing')}: ${t(`selection:missing.${config.missing}`)}`,
    `${t('selection:objective.label')}: ${t(`selection:objective.${config.objective}`)}`,
    `${t('selection:tie.label')}: ${tie}`,
    `${t('selection:objective.perStudent')}: ${config.competenciesPerStudent}`,
  ];
}

function pairTexts({ model, run, t, format }: PaperProps): string[] {
  return run.config.pairValues.map(({ competencyId, studentIds, bonus }) => {
    const pair = t('selection:protocol.pair', {
      one: model.studentName(studentIds[0]),
      other: model.studentName(studentIds[1]),
      competency: model.competencyName(competencyId),
      bonus: `${bonus > 0 ? '+' : ''}${format.number(bonus / 100, 2)}`,
    });
    return `${t('selection:pair.title')}: ${pair}`;
  });
}

/** Everything that the choice was made by. */
export function ProtocolRules(props: PaperProps): ReactNode {
  const { model, run, t } = props;
  const scenario = model.view.scenarios.find(({ id }) => id === run.scenarioId);
  const { config } = run;
  return (
    <>
      <h2>{t('selection:protocol.rules')}</h2>
      <p>{t('selection:protocol.scenario', { name: scenario?.name ?? '–' })}</p>
      <ul>
        {[...settingTexts(props), ...pairTexts(props)].map((text) => (
          <li key={text}>{text}</li>
        ))}
        {config.eligibility.map((rule) => (
          <li key={ruleName(rule)}>{eligibilityText(props, rule)}</li>
        ))}
        {config.rules.map((rule) => (
          <li key={rule.id}>{ruleSentence(t, model, rule)}</li>
        ))}
        {run.objections.map((one) =>
          one.exception === null ? null : (
            <li key={`${one.studentId} ${one.competencyId} ${one.check.rule}`}>
              {t('selection:protocol.exception', {
                student: model.studentName(one.studentId),
                reason: one.exception,
              })}
            </li>
          ),
        )}
      </ul>
    </>
  );
}
