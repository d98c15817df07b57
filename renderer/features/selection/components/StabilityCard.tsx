import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionStability } from '#shared/contract/selectionCandidates.ts';
import type { CriterionSetting } from '#shared/domain/selection/criteria.ts';
import type { Pick } from '#shared/domain/selection/problem.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ChartLegend } from '../../../charts/ChartLegend.tsx';
import { IntervalBars } from '../../../charts/IntervalBars.tsx';
import { seriesStyle } from '../../../charts/seriesStyle.ts';
import { useClient } from '../../../client/clientContext.ts';
import { routeKey } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { criterionName, type SelectionModel } from '../selectionModel.ts';
import type { Task } from '../useTask.ts';
import styles from './selection.module.css';

const DRAWS = 100;
/** A place that is kept so often counts as firm. */
const FIRM = 0.9;

interface StabilityCardProps {
  model: SelectionModel;
  criteria: readonly CriterionSetting[];
  runId: string;
  stability: SelectionStability | null;
  picks: readonly Pick[];
  task: Task;
}

interface MeasuredProps extends Omit<StabilityCardProps, 'stability' | 'runId' | 'task'> {
  stability: SelectionStability;
}

function Measured({ model, criteria, stability, picks }: MeasuredProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const isMain = (studentId: string, competencyId: string): boolean =>
    picks.some(
      (pick) => pick.seat === 'main' && pick.studentId === studentId && pick.competencyId === competencyId,
    );
  const percent = (share: number): string => format.percent(100 * share, 0);
  const shown = stability.shares
    .map((one) => ({
      ...one,
      id: `${one.studentId} ${one.competencyId}`,
      student: model.studentName(one.studentId),
      competency: model.competencyName(one.competencyId),
      isStrong: isMain(one.studentId, one.competencyId),
    }))
    .toSorted((a, b) => a.competency.localeCompare(b.competency) || b.underMarks - a.underMarks);
  const firm = shown.filter(
    ({ isStrong, underMarks, underWeights }) => isStrong && Math.min(underMarks, underWeights) >= FIRM,
  ).length;
  const factor = (value: number | null): string =>
    value === null ? t('selection:stability.never') : format.percent(100 * (value - 1), 0);
  return (
    <>
      <ChartFrame
        subject={model.championship.name}
        title={t('selection:stability.chart')}
        sentence={`${t('selection:stability.sentence', {
          weights: format.percent(100 * stability.sameUnderWeights, 0),
          marks: format.percent(100 * stability.sameUnderMarks, 0),
          draws: stability.draws,
        })} ${t('selection:stability.firm', { firm, total: shown.filter(({ isStrong }) => isStrong).length })}`}
        table={{
          columns: [
            { header: t('selection:field.student') },
            { header: t('selection:entry.competency') },
            { header: t('selection:stability.weights'), align: 'end' },
            { header: t('selection:stability.marks'), align: 'end' },
          ],
          rows: shown.map(({ id, student, competency, underWeights, underMarks }) => ({
            key: id,
            cells: [student, competency, percent(underWeights), percent(underMarks)],
          })),
        }}
      >
        <ChartLegend
          items={[
            {
              id: 'marks',
              label: t('selection:stability.marks'),
              style: { ...seriesStyle(0), shape: 'square' },
              has: 'points',
            },
            {
              id: 'weights',
              label: t('selection:stability.weights'),
              style: { ...seriesStyle(1), shape: 'ring' },
              has: 'points',
            },
          ]}
        />
        <IntervalBars
          label={t('selection:stability.chart')}
          rows={shown.map((one) => ({
            id: one.id,
            label: `${one.student} · ${one.competency}`,
            value: 100 * one.underMarks,
            interval: null,
            other: 100 * one.underWeights,
            isStrong: one.isStrong,
            text: percent(one.underMarks),
            details: [
              `${t('selection:stability.weights')}: ${percent(one.underWeights)}`,
              `${t('selection:stability.marks')}: ${percent(one.underMarks)}`,
            ],
          }))}
        />
      </ChartFrame>
      {stability.effects.length === 0 ? null : (
        <SimpleTable
          label={t('selection:stability.effects')}
          rows={stability.effects}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'criterion',
              header: t('selection:stability.effects'),
              cell: ({ key }) =>
                criterionName(t, key, criteria.find((criterion) => criterion.key === key)?.name ?? key),
            },
            {
              id: 'below',
              header: t('selection:stability.below'),
              align: 'end',
              cell: ({ changesBelow }) => factor(changesBelow),
            },
            {
              id: 'above',
              header: t('selection:stability.above'),
              align: 'end',
              cell: ({ changesAbove }) => factor(changesAbove),
            },
          ]}
        />
      )}
    </>
  );
}

/** How firm the choice is when weights and marks wobble. */
export function StabilityCard({ runId, stability, task, ...rest }: StabilityCardProps): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const measure = async (): Promise<void> => {
    const answer = await task.run((name) =>
      client.call('selection.measureStability', { runId, task: name, draws: DRAWS }),
    );
    if (answer) void queryClient.invalidateQueries({ queryKey: routeKey('selection.getRun', { runId }) });
  };
  return (
    <Card
      title={t('selection:stability.title')}
      actions={
        <Button
          size="compact-sm"
          variant="default"
          disabled={task.progress !== null}
          onClick={() => void measure()}
        >
          {t('selection:stability.measure')}
        </Button>
      }
    >
      {stability === null ? (
        <p className={styles['soft']}>{t('selection:stability.hint')}</p>
      ) : (
        <Measured stability={stability} {...rest} />
      )}
    </Card>
  );
}
