import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { EligibilityCheck } from '#shared/domain/selection/eligibility.ts';
import type { TeamPlace } from '#shared/domain/selection/replacement.ts';
import { greatestGrowth, standingOf } from '#shared/domain/selection/standing.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { findRun, teamAfter } from '../decidedTeam.ts';
import {
  chanceText,
  checkSentence,
  criterionName,
  rankText,
  type SelectionModel,
} from '../selectionModel.ts';
import styles from './selection.module.css';

interface OwnReasonsProps {
  model: SelectionModel;
  config: ScenarioConfig;
  value: SelectionValued;
  /** Of all candidates; only used to tell who is ahead, never shown. */
  values: readonly SelectionValued[];
  unmet: (value: SelectionValued) => EligibilityCheck[];
  exceptions: (value: SelectionValued) => EligibilityCheck[];
}

/** The decision and why, once there is one. */
function Decision({ model, value, values }: OwnReasonsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { selection, replacements } = model.view;
  const run = findRun(model.view, selection.decidedRunId);
  if (!run) return <p>{t('selection:own.notYet')}</p>;
  const team: TeamPlace[] = teamAfter(run, replacements);
  const { studentId, competencyId } = value;
  const squad = values.filter((one) => one.competencyId === competencyId);
  const reason = standingOf(value, squad, team);
  const here = replacements.filter((one) => one.competencyId === competencyId);
  const left = here.findLast((one) => one.outStudentId === studentId && one.reason !== 'vacant');
  const came = here.findLast((one) => one.inStudentId === studentId);
  const handover = reason.kind === 'placed' ? came : left;
  return (
    <>
      <p>
        <strong>
          {t('selection:own.decision', {
            place: reason.kind === 'placed' ? t(`selection:seat.${reason.seat}`) : t('selection:place.none'),
          })}
        </strong>
      </p>
      {handover ? (
        <p>
          {t(reason.kind === 'placed' ? 'selection:own.replacing' : 'selection:own.left', {
            date: format.dateTime(handover.at),
            reason: t(`selection:reason.${handover.reason}`),
          })}
        </p>
      ) : null}
      {reason.kind === 'placed' || handover ? null : (
        <p>
          {t(`selection:own.reason.${reason.kind}`, {
            competency: reason.kind === 'elsewhere' ? model.competencyName(reason.competencyId) : '',
          })}
        </p>
      )}
    </>
  );
}

function Conditions({ title, checks }: { title: string; checks: readonly EligibilityCheck[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (checks.length === 0) return null;
  return (
    <>
      <p className={styles['line']}>{title}</p>
      <ul className={styles['reasons']}>
        {checks.map((check) => (
          <li key={check.rule}>{checkSentence(t, format, check)}</li>
        ))}
      </ul>
    </>
  );
}

/** What a student is told of the own standing: the decision, the reasons, and what would raise the value most. */
export function OwnReasons(props: OwnReasonsProps): ReactNode {
  const { config, value, values, unmet, exceptions } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const failed = unmet(value);
  const growth = greatestGrowth(value.parts);
  const eligible = values.filter((one) => one.competencyId === value.competencyId && one.isEligible);
  return (
    <>
      <Decision {...props} />
      {value.ranks ? (
        <p>
          {t('selection:own.rank', {
            count: eligible.length,
            range: rankText(value.ranks),
            best: chanceText(format, value.ranks.best),
          })}
        </p>
      ) : null}
      {failed.length === 0 && exceptions(value).length === 0 ? <p>{t('selection:own.allMet')}</p> : null}
      <Conditions title={t('selection:own.unmet')} checks={failed} />
      <Conditions title={t('selection:own.exceptions')} checks={exceptions(value)} />
      {growth ? (
        <p>
          {t('selection:own.growth', {
            criterion: criterionName(
              t,
              growth.key,
              config.criteria.find(({ key }) => key === growth.key)?.name ?? '',
            ),
            points: format.number(growth.points, 1),
          })}
        </p>
      ) : null}
    </>
  );
}
