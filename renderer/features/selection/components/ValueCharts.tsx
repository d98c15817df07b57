import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { CriterionSetting } from '#shared/domain/selection/criteria.ts';
import type { Pick } from '#shared/domain/selection/problem.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { MatrixChart } from '../../../charts/MatrixChart.tsx';
import { IntervalBars } from '../../../charts/IntervalBars.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { chanceText, criterionName, rankText, type SelectionModel } from '../selectionModel.ts';

/** Half of a two-sided 90 % interval, in deviations. */
const Z90 = 1.64;
/** From this chance on, one is clearly ahead. */
const CLEAR = 0.8;

interface ValueChartsProps {
  model: SelectionModel;
  criteria: readonly CriterionSetting[];
  values: readonly SelectionValued[];
  picks: readonly Pick[] | null;
}

interface SquadProps extends ValueChartsProps {
  competencyId: string;
  /** Of this competency, best first. */
  squad: readonly SelectionValued[];
  tools: ReactNode;
}

const isMain = (picks: readonly Pick[] | null, one: SelectionValued): boolean =>
  picks?.some(
    (pick) =>
      pick.seat === 'main' && pick.studentId === one.studentId && pick.competencyId === one.competencyId,
  ) ?? false;

function useValueSentence({ model, squad }: SquadProps): string {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, second] = squad.filter(({ isEligible }) => isEligible);
  if (!first) return t('selection:chart.nobody');
  const best = first.ranks?.best ?? 0;
  const facts = {
    first: model.studentName(first.studentId),
    value: format.number(first.value, 1),
    best: chanceText(format, best),
  };
  if (!second) return t('selection:chart.alone', facts);
  return t(best >= CLEAR ? 'selection:chart.clear' : 'selection:chart.close', {
    ...facts,
    second: model.studentName(second.studentId),
    gap: format.number(first.value - second.value, 1),
  });
}

function ValueChart(props: SquadProps): ReactNode {
  const { model, squad, picks, tools, competencyId } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const sentence = useValueSentence(props);
  const plusMinus = (one: SelectionValued): string =>
    `${format.number(one.value, 1)} ± ${format.number(Z90 * one.deviation, 1)}`;
  const bestOf = ({ ranks }: SelectionValued): string => (ranks ? chanceText(format, ranks.best) : '–');
  const rankOf = ({ ranks }: SelectionValued): string => (ranks ? rankText(ranks) : '–');
  return (
    <ChartFrame
      subject={model.competencyName(competencyId)}
      title={t('selection:chart.values')}
      sentence={sentence}
      tools={tools}
      table={{
        columns: [
          { header: t('selection:field.student') },
          { header: t('selection:field.value'), align: 'end' },
          { header: t('selection:field.best'), align: 'end' },
          { header: t('selection:field.rank'), align: 'end' },
        ],
        rows: squad.map((one) => ({
          key: one.studentId,
          cells: [model.studentName(one.studentId), plusMinus(one), bestOf(one), rankOf(one)],
        })),
      }}
    >
      <IntervalBars
        label={`${t('selection:chart.values')}: ${model.competencyName(competencyId)}`}
        rows={squad.map((one) => ({
          id: one.studentId,
          label: one.isEligible
            ? model.studentName(one.studentId)
            : `${model.studentName(one.studentId)} (${t('selection:eligible.no')})`,
          value: one.value,
          interval:
            one.deviation > 0
              ? {
                  low: Math.max(0, one.value - Z90 * one.deviation),
                  high: Math.min(100, one.value + Z90 * one.deviation),
                }
              : null,
          other: null,
          isStrong: isMain(picks, one),
          text: plusMinus(one),
          details: [
            `${t('selection:field.best')}: ${bestOf(one)}`,
            `${t('selection:field.rank')}: ${rankOf(one)}`,
          ],
        }))}
      />
    </ChartFrame>
  );
}

function CriteriaMatrix({ model, criteria, squad, picks, competencyId }: SquadProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = criteria.filter(({ weight }) => weight > 0);
  const columns = counted.map(({ key, name }) => criterionName(t, key, name));
  const normalised = (one: SelectionValued, key: string): number | null =>
    one.parts.find((part) => part.key === key)?.normalised ?? null;
  const text = (value: number | null): string => (value === null ? '–' : format.number(value, 0));
  const [first, second] = squad.filter(({ isEligible }) => isEligible);
  const decisive =
    first && second
      ? first.parts
          .map(({ key, points }) => ({
            key,
            gap: points - (second.parts.find((part) => part.key === key)?.points ?? 0),
          }))
          .toSorted((a, b) => b.gap - a.gap)[0]
      : undefined;
  const sentence =
    first && second && decisive && decisive.gap > 0
      ? t('selection:chart.decisive', {
          first: model.studentName(first.studentId),
          second: model.studentName(second.studentId),
          criterion: criterionName(
            t,
            decisive.key,
            criteria.find(({ key }) => key === decisive.key)?.name ?? '',
          ),
          gap: format.number(decisive.gap, 1),
        })
      : t('selection:chart.matrixHint');
  return (
    <ChartFrame
      subject={model.competencyName(competencyId)}
      title={t('selection:chart.matrix')}
      sentence={sentence}
      table={{
        columns: [
          { header: t('selection:field.student') },
          ...columns.map((header) => ({ header, align: 'end' as const })),
        ],
        rows: squad.map((one) => ({
          key: one.studentId,
          cells: [model.studentName(one.studentId), ...counted.map(({ key }) => text(normalised(one, key)))],
        })),
      }}
    >
      <MatrixChart
        label={`${t('selection:chart.matrix')}: ${model.competencyName(competencyId)}`}
        unknown={t('selection:chart.unknown')}
        columns={columns}
        rows={squad.map((one) => ({
          id: one.studentId,
          label: model.studentName(one.studentId),
          isStrong: isMain(picks, one),
          cells: counted.map(({ key }) => {
            const value = normalised(one, key);
            return value === null ? null : { share: value / 100, text: text(value) };
          }),
        }))}
      />
    </ChartFrame>
  );
}

/** Of one competency: values with their uncertainty, and candidates against criteria. */
export function ValueCharts(props: ValueChartsProps): ReactNode {
  const { model, values } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const squads = Map.groupBy(values, ({ competencyId }) => competencyId);
  const competencyId = chosen !== null && squads.has(chosen) ? chosen : [...squads.keys()][0];
  if (competencyId === undefined) return null;
  const tools = (
    <Select
      size="xs"
      w={240}
      aria-label={t('selection:entry.competency')}
      allowDeselect={false}
      value={competencyId}
      data={[...squads.keys()].map((id) => ({ value: id, label: model.competencyName(id) }))}
      onChange={setChosen}
    />
  );
  const squad = squads.get(competencyId) ?? [];
  return (
    <>
      <ValueChart {...props} competencyId={competencyId} squad={squad} tools={tools} />
      <CriteriaMatrix {...props} competencyId={competencyId} squad={squad} tools={null} />
    </>
  );
}
