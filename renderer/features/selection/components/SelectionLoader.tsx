import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ChampionshipRow } from '#shared/contract/championships.ts';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import type { SelectionView } from '#shared/contract/selectionView.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { makeModel, type SelectionModel } from '../selectionModel.ts';

interface LoadedProps {
  view: SelectionView;
  championship: ChampionshipRow;
  competencies: readonly CompetencyRow[];
  children: (model: SelectionModel) => ReactNode;
}

function Loaded({ view, championship, competencies, children }: LoadedProps): ReactNode {
  const language = useLanguage();
  const today = useToday();
  const model = useMemo(
    () => makeModel(view, championship, { competencies, language, today }),
    [view, championship, competencies, language, today],
  );
  return children(model);
}

interface ChampionshipProps {
  view: SelectionView;
  children: (model: SelectionModel) => ReactNode;
}

function WithChampionship({ view, children }: ChampionshipProps): ReactNode {
  const championship = useRouteQuery('championships.get', { id: view.selection.championshipId });
  const competencies = useRouteQuery('competencies.list', {});
  return (
    <QueryView query={championship}>
      {(known) => (
        <QueryView query={competencies}>
          {(answer) => (
            <Loaded view={view} championship={known} competencies={answer.competencies}>
              {children}
            </Loaded>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

interface SelectionLoaderProps {
  id: string;
  children: (model: SelectionModel) => ReactNode;
}

/** Asks for all that the screens of a selection need. */
export function SelectionLoader({ id, children }: SelectionLoaderProps): ReactNode {
  const query = useRouteQuery('selection.get', { id });
  return (
    <QueryView query={query}>
      {(view) => <WithChampionship view={view}>{children}</WithChampionship>}
    </QueryView>
  );
}
