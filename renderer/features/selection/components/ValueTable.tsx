import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { CriterionSetting } from '#shared/domain/selection/criteria.ts';
import type { Pick } from '#shared/domain/selection/problem.ts';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { chanceText, criterionName, rankText, type SelectionModel } from '../selectionModel.ts';
import { useSquadFilter } from '../useSquadFilter.tsx';
import styles from './selection.module.css';

interface ValueTableProps {
  model: SelectionModel;
  criteria: readonly CriterionSetting[];
  values: readonly SelectionValued[];
  /** The choice; null: there is none, only values. */
  picks: readonly Pick[] | null;
  /** Without chances and ranks, where there is little room. */
  isBrief?: boolean;
  /** Another column, for example a button. */
  extra?: SimpleColumn<SelectionValued>;
}

/** Per competency: candidates by value with each criterion's part, chance of being the best, likely ranks, margin. */
export function ValueTable({
  model,
  criteria,
  values,
  picks,
  isBrief = false,
  extra,
}: ValueTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const squads = Map.groupBy(values, ({ competencyId }) => competencyId);
  const { shown, control } = useSquadFilter(model, squads);
  const counted = criteria.filter(({ weight }) => weight > 0);
  const seatOf = (candidate: SelectionValued): Pick | undefined =>
    picks?.find(
      (pick) => pick.studentId === candidate.studentId && pick.competencyId === candidate.competencyId,
    );
  const marginOf = (candidate: SelectionValued, squad: readonly SelectionValued[]): string => {
    const isMain = seatOf(candidate)?.seat === 'main';
    const others = squad.filter(
      (one) => one.isEligible && (seatOf(one)?.seat === 'main') !== isMain && one !== candidate,
    );
    const edge = isMain
      ? Math.max(...others.map(({ value }) => value))
      : Math.min(...others.map(({ value }) => value));
    const difference = candidate.value - edge;
    if (!candidate.isEligible || !Number.isFinite(difference)) return '–';
    return `${difference > 0 ? '+' : ''}${format.number(difference, 1)}`;
  };
  const chances: SimpleColumn<SelectionValued>[] = [
    {
      id: 'best',
      header: t('selection:field.best'),
      align: 'end',
      cell: ({ ranks }) => (ranks ? chanceText(format, ranks.best) : '–'),
    },
    {
      id: 'rank',
      header: t('selection:field.rank'),
      align: 'end',
      cell: ({ ranks }) => (ranks ? rankText(ranks) : '–'),
    },
  ];
  const columnsOf = (squad: readonly SelectionValued[]): SimpleColumn<SelectionValued>[] => [
    {
      id: 'name',
      header: t('selection:field.student'),
      cell: (candidate) => model.studentName(candidate.studentId),
    },
    ...(picks === null
      ? []
      : [
          {
            id: 'seat',
            header: t('selection:field.seat'),
            cell: (candidate: SelectionValued) => {
              const seat = seatOf(candidate)?.seat;
              if (seat === undefined) {
                return candidate.isEligible ? '–' : t('selection:eligible.no');
              }
              return (
                <StatusBadge tone={seat === 'main' ? 'good' : 'info'}>
                  {t(`selection:seat.${seat}`)}
                </StatusBadge>
              );
            },
          },
        ]),
    {
      id: 'value',
      header: t('selection:field.value'),
      cell: (candidate) => (
        <ValueBar
          value={candidate.value}
          margin={1.64 * candidate.deviation}
          isStrong={seatOf(candidate)?.seat === 'main'}
          label={`${format.number(candidate.value, 1)} ± ${format.number(1.64 * candidate.deviation, 1)}`}
        />
      ),
    },
    ...counted.map(({ key, name }) => ({
      id: key,
      header: criterionName(t, key, name),
      align: 'end' as const,
      cell: (candidate: SelectionValued) => {
        const part = candidate.parts.find((one) => one.key === key);
        if (!part || part.raw === null) return '–';
        return (
          <span
            title={t('selection:part', {
              raw: format.number(part.raw, 1),
              share: format.percent(100 * part.share, 0),
            })}
          >
            {format.number(part.points, 1)}
          </span>
        );
      },
    })),
    ...(isBrief ? [] : chances),
    ...(picks === null
      ? []
      : [
          {
            id: 'margin',
            header: t('selection:field.margin'),
            align: 'end' as const,
            cell: (candidate: SelectionValued) => marginOf(candidate, squad),
          },
        ]),
    ...(extra ? [extra] : []),
  ];
  return (
    <div className={styles['stack']}>
      {control}
      {shown.map(([competencyId, squad]) => (
        <Card key={competencyId} title={model.competencyName(competencyId)}>
          <SimpleTable
            label={model.competencyName(competencyId)}
            rows={squad}
            rowKey={(candidate) => candidate.studentId}
            columns={columnsOf(squad)}
          />
        </Card>
      ))}
    </div>
  );
}
