import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionStability } from '#shared/contract/selectionCandidates.ts';
import type { CriterionSetting } from '#shared/domain/selection/criteria.ts';
import type { Pick } from '#shared/domain/selection/problem.ts';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useClient } from '../../../client/clientContext.ts';
import { routeKey } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { criterionName, type SelectionModel } from '../selectionModel.ts';
import type { Task } from '../useTask.ts';
import styles from './selection.module.css';

const DRAWS = 100;

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
  const bar = (share: number, isStrong: boolean): ReactNode => (
    <ValueBar value={100 * share} isStrong={isStrong} label={format.percent(100 * share, 0)} />
  );
  const factor = (value: number | null): string =>
    value === null ? t('selection:stability.never') : format.percent(100 * (value - 1), 0);
  return (
    <>
      <p>
        {t('selection:stability.sentence', {
          weights: format.percent(100 * stability.sameUnderWeights, 0),
          marks: format.percent(100 * stability.sameUnderMarks, 0),
          draws: stability.draws,
        })}
      </p>
      <SimpleTable
        label={t('selection:stability.title')}
        rows={stability.shares}
        rowKey={({ studentId, competencyId }) => `${studentId} ${competencyId}`}
        columns={[
          {
            id: 'name',
            header: t('selection:field.student'),
            cell: ({ studentId }) => model.studentName(studentId),
          },
          {
            id: 'competency',
            header: t('selection:entry.competency'),
            cell: ({ competencyId }) => model.competencyName(competencyId),
          },
          {
            id: 'weights',
            header: t('selection:stability.weights'),
            cell: (one) => bar(one.underWeights, isMain(one.studentId, one.competencyId)),
          },
          {
            id: 'marks',
            header: t('selection:stability.marks'),
            cell: (one) => bar(one.underMarks, isMain(one.studentId, one.competencyId)),
          },
        ]}
      />
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
