import type { ReactNode } from 'react';
import type { TeamPlace } from '#shared/domain/selection/replacement.ts';
import { teamAfter } from '../decidedTeam.ts';
import type { PaperProps } from './protocolProps.ts';
import { TeamTable } from './TeamTable.tsx';

/** The team of a run; replacements belong to the decided one alone. */
export function placesOf({ model, run }: PaperProps): TeamPlace[] {
  const isDecided = model.view.selection.decidedRunId === run.id;
  return teamAfter(run, isDecided ? model.view.replacements : []);
}

/** Who goes: the decision at a glance. */
export function ProtocolTeam(props: PaperProps): ReactNode {
  const { model, run, t, format } = props;
  const team = placesOf(props);
  const totals = run.outcome.kind === 'chosen' ? run.outcome.choice.totals : null;
  return (
    <>
      <h2>{t('selection:protocol.team')}</h2>
      <TeamTable model={model} team={team} t={t} />
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
