import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconPlus, IconTargetArrow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SessionRow } from '#shared/contract/training.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SampleButton } from '../../../client/SampleButton.tsx';
import { rangeOf } from '../period.ts';
import { useTrainingStore } from '../training.store.ts';
import type { SessionFilter } from '../training.store.ts';
import { useSessionColumns } from '../useSessionColumns.tsx';
import { RepeatButton } from './RepeatButton.tsx';
import { SessionDrawer } from './SessionDrawer.tsx';
import { SessionFilters } from './SessionFilters.tsx';
import { TodayStrip } from './TodayStrip.tsx';
import { UnsentNotice } from './UnsentNotice.tsx';

/** The most that main gives at once; years of practice of a whole college. */
const MOST = 5000;

const isFiltered = (filter: SessionFilter): boolean =>
  filter.competencyId !== null || filter.period !== 'all';

/** Competency of the latest session; null without any. */
function lastCompetency(sessions: readonly SessionRow[]): string | null {
  const latest = sessions.reduce<SessionRow | null>(
    (kept, one) => (kept === null || one.date > kept.date ? one : kept),
    null,
  );
  return latest?.competencyId ?? null;
}

function SessionList({ answer }: { answer: RouteOutput<'training.listSessions'> }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const columns = useSessionColumns();
  const resetFilter = useTrainingStore((state) => state.resetFilter);
  return (
    <>
      <SessionFilters count={answer.total} />
      {answer.sessions.length === 0 ? (
        <EmptyState
          title={t('training:session.nothingFound')}
          text={t('training:session.nothingFoundText')}
          primary={
            <Button variant="default" onClick={resetFilter}>
              {t('training:filter.reset')}
            </Button>
          }
        />
      ) : (
        <DataGrid
          label={t('nav:training')}
          rows={answer.sessions}
          columns={columns}
          rowKey={(row) => row.id}
          initialSort={{ id: 'date', descending: true }}
          onOpen={(row) => navigate(`/training/${row.id}`)}
        />
      )}
    </>
  );
}

/** What was practised: sessions, newest first, and the form of a new one. */
export function TrainingPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  const today = useToday();
  const filter = useTrainingStore((state) => state.filter);
  const sessions = useRouteQuery(
    'training.listSessions',
    {
      limit: MOST,
      ...(filter.competencyId === null ? {} : { competencyId: filter.competencyId }),
      ...rangeOf(filter.period, today, filter),
    },
    { keepPrevious: true },
  );
  const repeated = filter.competencyId ?? lastCompetency(sessions.data?.sessions ?? []);
  const addButton = (
    <Allowed command="training.createSession">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('training:session.add')}
      </Button>
    </Allowed>
  );
  return (
    <Page kind="fill">
      <PageHeader
        title={t('nav:training')}
        hint={t('training:session.hint')}
        actions={
          <>
            <Allowed command="exchange.importResults">
              <Button
                component={Link}
                href="/training/import"
                variant="default"
                leftSection={<IconFileImport size={17} aria-hidden />}
              >
                {t('training:importResults')}
              </Button>
            </Allowed>
            {repeated === null ? null : <RepeatButton competencyId={repeated} />}
            {addButton}
          </>
        }
      />
      <UnsentNotice />
      <TodayStrip today={today} />
      <QueryView query={sessions}>
        {(answer) =>
          answer.total === 0 && !isFiltered(filter) ? (
            <EmptyState
              icon={IconTargetArrow}
              title={t('training:session.empty')}
              text={t('training:session.emptyText')}
              primary={addButton}
              secondary={<SampleButton />}
            />
          ) : (
            <SessionList answer={answer} />
          )
        }
      </QueryView>
      {isAdding ? (
        <SessionDrawer session={null} onClose={adding.close} onAdded={(id) => navigate(`/training/${id}`)} />
      ) : null}
    </Page>
  );
}
