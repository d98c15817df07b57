import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import type { Competency } from '../competencies.queries.ts';
import { AddCandidatesDrawer } from './AddCandidatesDrawer.tsx';
import { SquadTable } from './SquadTable.tsx';

/** The squad: candidates, their state and target, and how to add more. */
export function SquadCard({ competency }: { competency: Competency }): ReactNode {
  const { t } = useTranslation();
  const [isAdding, adding] = useDisclosure(false);
  const squad = useRouteQuery('competencies.listCandidates', { competencyId: competency.id });
  const addButton = (
    <Allowed command="competencies.addCandidates">
      <Button size="compact-md" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={adding.open}>
        {t('competencies:squad.add')}
      </Button>
    </Allowed>
  );
  const count = squad.data?.candidates.length ?? 0;
  return (
    <Card title={t('competencies:squad.title', { count })} actions={count > 0 ? addButton : null}>
      <QueryView query={squad}>
        {({ candidates }) =>
          candidates.length === 0 ? (
            <EmptyState
              icon={IconUsersGroup}
              title={t('competencies:squad.empty')}
              text={t('competencies:squad.emptyText')}
              primary={addButton}
            />
          ) : (
            <SquadTable competency={competency} candidates={candidates} />
          )
        }
      </QueryView>
      {isAdding ? (
        <AddCandidatesDrawer
          competencyId={competency.id}
          squad={squad.data?.candidates ?? []}
          onClose={adding.close}
        />
      ) : null}
    </Card>
  );
}
