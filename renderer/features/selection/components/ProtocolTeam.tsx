import type { ReactNode } from 'react';
import type { TeamPlace } from '#shared/domain/selection/replacement.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { teamAfter } from '../decidedTeam.ts';
import type { PaperProps } from './protocolProps.ts';
import styles from './selection.module.css';

/** The team of a run; replacements belong to the decided one alone. */
export function placesOf({ model, run }: PaperProps): TeamPlace[] {
  const isDecided = model.view.selection.decidedRunId === run.id;
  return teamAfter(run, isDecided ? model.view.replacements : []);
}

/** Who goes: the decision at a glance. */
export function ProtocolTeam(props: PaperProps): ReactNode {
  const { model, run, t, format } = props;
  const team = placesOf(props);
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
  const totals = run.outcome.kind === 'chosen' ? run.outcome.choice.totals : null;
  return (
    <>
      <h2>{t('selection:protocol.team')}</h2>
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
      {totals === null ? null : (
        <p>
          {model.view.replacements.length === 0 ? null : `${t('selection:protocol.before')} `}
          {t('selection:effect.totals', {
            main: format.number(totals.main / 100, 1),
            weakest: format.number((totals.weakest ?? 0) / 100, 1),
            entries: totals.entries,
          })}
        </p>
      )}
    </>
  );
}
