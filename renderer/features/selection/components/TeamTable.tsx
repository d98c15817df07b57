import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { TeamPlace } from '#shared/domain/selection/replacement.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import type { SelectionModel } from '../selectionModel.ts';
import styles from './selection.module.css';

interface TeamTableProps {
  model: SelectionModel;
  team: readonly TeamPlace[];
  t: TFunction;
}

/** Main competitors and reserves, competency by competency. */
export function TeamTable({ model, team, t }: TeamTableProps): ReactNode {
  const names = (competencyId: string, seat: 'main' | 'reserve'): ReactNode => {
    const own = team.filter((place) => place.competencyId === competencyId && place.seat === seat);
    if (own.length === 0) return '–';
    return own.map(({ studentId }) => {
      const group = model.students.get(studentId)?.groupName ?? '';
      return (
        <div key={studentId}>
          {model.studentName(studentId)}
          {group === '' ? null : <span className={styles['unbroken']}> ({group})</span>}
        </div>
      );
    });
  };
  return (
    <SimpleTable
      label={t('selection:protocol.team')}
      rows={model.championship.competencies}
      rowKey={({ competencyId }) => competencyId}
      columns={[
        {
          id: 'competency',
          header: t('selection:entry.competency'),
          cell: ({ competencyId }) => model.competencyName(competencyId),
        },
        {
          id: 'main',
          header: t('selection:seat.main'),
          cell: ({ competencyId }) => names(competencyId, 'main'),
        },
        {
          id: 'reserve',
          header: t('selection:seat.reserve'),
          cell: ({ competencyId }) => names(competencyId, 'reserve'),
        },
      ]}
    />
  );
}
