import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SelectionRunSummary } from '#shared/contract/selectionOutcome.ts';
import { compareChoices } from '#shared/domain/selection/analyses.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import type { SelectionModel } from '../selectionModel.ts';
import { Changes } from './Changes.tsx';
import styles from './selection.module.css';

const DAY = 86_400_000;
const MOST_LINES = 6;
const LEAST_SHIFT = 0.5;

type Run = RouteOutput<'selection.getRun'>;

interface Shift {
  id: string;
  studentId: string;
  competencyId: string;
  before: number;
  after: number;
}

/** Whose value moved most between two runs. */
function shiftsOf(before: Run, after: Run): Shift[] {
  const key = (one: { studentId: string; competencyId: string }): string =>
    `${one.studentId} ${one.competencyId}`;
  const old = new Map(before.candidates.map((one) => [key(one), one.value]));
  return after.candidates
    .flatMap((one): Shift[] => {
      const value = old.get(key(one));
      if (value === undefined || Math.abs(value - one.value) < LEAST_SHIFT) return [];
      const { studentId, competencyId } = one;
      return [{ id: key(one), studentId, competencyId, before: value, after: one.value }];
    })
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, MOST_LINES);
}

function Shifts({ model, ids }: { model: SelectionModel; ids: [string, string] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const before = useRouteQuery('selection.getRun', { runId: ids[0] }).data;
  const after = useRouteQuery('selection.getRun', { runId: ids[1] }).data;
  if (!before || !after) return null;
  const rows = shiftsOf(before, after);
  if (rows.length === 0) return <p className={styles['line']}>{t('selection:since.noShift')}</p>;
  return (
    <SimpleTable
      label={t('selection:since.shifts')}
      rows={rows}
      rowKey={({ id }) => id}
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
          id: 'value',
          header: t('selection:since.shifts'),
          align: 'end',
          cell: (one) =>
            `${format.number(one.before, 1)} → ${format.number(one.after, 1)} (${one.after < one.before ? '−' : '+'}${format.number(Math.abs(one.after - one.before), 1)})`,
        },
      ]}
    />
  );
}

/** What changed since an earlier run: at first the latest one that is a week old. */
export function RunComparison(props: {
  model: SelectionModel;
  runs: readonly SelectionRunSummary[];
}): ReactNode {
  const { model, runs } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [latest, ...earlier] = runs.filter(({ outcome }) => outcome.kind === 'chosen');
  if (latest?.outcome.kind !== 'chosen' || earlier.length === 0) return null;
  const weekOld = earlier.find(({ madeAt }) => Date.parse(latest.madeAt) - Date.parse(madeAt) >= 6 * DAY);
  const old = earlier.find(({ id }) => id === chosenId) ?? weekOld ?? earlier[0];
  if (old?.outcome.kind !== 'chosen') return null;
  const changes = compareChoices(old.outcome.choice.picks, latest.outcome.choice.picks);
  return (
    <Card
      title={t('selection:since.title')}
      actions={
        <Select
          size="xs"
          aria-label={t('selection:since.against')}
          allowDeselect={false}
          value={old.id}
          data={earlier.map(({ id, madeAt }) => ({ value: id, label: format.dateTime(madeAt) }))}
          onChange={setChosen}
        />
      }
    >
      {changes.length === 0 ? (
        <p className={styles['line']}>{t('selection:since.none')}</p>
      ) : (
        <Changes model={model} changes={changes} />
      )}
      <Shifts key={old.id} model={model} ids={[old.id, latest.id]} />
    </Card>
  );
}
