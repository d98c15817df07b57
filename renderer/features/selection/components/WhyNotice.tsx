import { IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import { listTippingFigures } from '#shared/domain/selection/tipping.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { criterionName, groupSentence, type SelectionModel } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { Changes } from './Changes.tsx';
import styles from './selection.module.css';

export type Why = RouteOutput<'selection.why'>;

interface WhyNoticeProps {
  model: SelectionModel;
  /** Settings of the run. */
  scenario: { config: TabProps['scenario']['config'] };
  who: SelectionValued;
  /** Whether the candidate is a main competitor now. */
  isMain: boolean;
  why: Why;
}

/** By how much the value would have to change, and which single figure would do. */
function Tipping({
  scenario,
  who,
  isMain,
  points,
}: Omit<WhyNoticeProps, 'why' | 'model'> & { points: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = isMain ? -points : points;
  const figures = listTippingFigures(who.parts, scenario.config.criteria, signed);
  const nameOf = (key: string): string =>
    criterionName(t, key, scenario.config.criteria.find((one) => one.key === key)?.name ?? '');
  return (
    <>
      <p className={styles['line']}>
        {t(isMain ? 'selection:why.tipDown' : 'selection:why.tipUp', { points: format.number(points, 2) })}
      </p>
      {figures.length === 0 ? null : (
        <p className={styles['line']}>
          {t('selection:why.figures', {
            list: figures
              .map(({ key, from, to }) =>
                t('selection:why.figure', {
                  criterion: nameOf(key),
                  from: format.number(from, 1),
                  to: format.number(to, 1),
                }),
              )
              .join('; '),
          })}
        </p>
      )}
    </>
  );
}

/** Why somebody has the place or not: what the team would lose, who would move, when it would tip. */
export function WhyNotice({ model, scenario, who, isMain, why }: WhyNoticeProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = {
    student: model.studentName(who.studentId),
    competency: model.competencyName(who.competencyId),
  };
  if (why.kind === 'forbidden') {
    return (
      <Notice tone="warn" icon={IconQuestionMark} title={t('selection:why.forbidden', names)}>
        <ul className={styles['reasons']}>
          {why.groups.map((group) => (
            <li key={group}>{groupSentence(t, model, scenario, group)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Notice icon={IconQuestionMark} title={t(isMain ? 'selection:why.without' : 'selection:why.with', names)}>
      <p className={styles['line']}>
        {why.entries > 0
          ? t('selection:why.seats', { count: why.entries })
          : t('selection:why.loss', { points: format.number(why.main / 100, 2) })}{' '}
        {scenario.config.objective === 'weakest' && why.weakest > 0
          ? t('selection:why.weakest', { points: format.number(why.weakest / 100, 2) })
          : null}
      </p>
      {why.tippingPoint === null ? (
        <p className={styles['line']}>{t('selection:why.noTip')}</p>
      ) : (
        <Tipping scenario={scenario} who={who} isMain={isMain} points={Math.abs(why.tippingPoint) / 100} />
      )}
      <Changes model={model} changes={why.changes} />
    </Notice>
  );
}
