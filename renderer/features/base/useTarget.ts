import type { ChampionshipRow } from '#shared/contract/championships.ts';
import type { GapTarget } from '#shared/contract/baseGap.ts';
import { useRouteQuery } from '../../client/queries.ts';
import { useMay } from '../../client/useAccess.ts';
import { useBaseStore } from './base.store.ts';

/** What the gap is for, and the championships to choose from. One that is gone falls back to the squads. */
export function useTarget(): { target: GapTarget; championships: readonly ChampionshipRow[] } {
  const { championshipId } = useBaseStore();
  const mayRead = useMay('selection.read');
  const query = useRouteQuery('championships.list', {}, { enabled: mayRead });
  const championships = query.data?.championships ?? [];
  const chosen = championships.find((one) => one.id === championshipId);
  const target: GapTarget = chosen ? { kind: 'championship', championshipId: chosen.id } : { kind: 'squad' };
  return { target, championships };
}
