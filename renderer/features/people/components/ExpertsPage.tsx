import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSchool, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ExpertRow } from '#shared/contract/people.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { SampleButton } from '../../../client/SampleButton.tsx';
import { fullName } from '../../../i18n/names.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { ExpertDrawer } from './ExpertDrawer.tsx';

function useExpertColumns(): readonly GridColumn<ExpertRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'name', header: t('people:field.name'), value: fullName, width: '2fr', minWidth: 220 },
      {
        id: 'organisation',
        header: t('people:field.organisation'),
        value: (row) => row.organisation || t('people:expert.ownCollege'),
        width: '1.6fr',
        minWidth: 160,
      },
      {
        id: 'position',
        header: t('people:field.position'),
        value: (row) => row.position || null,
        width: '1.4fr',
        minWidth: 140,
      },
      {
        id: 'phone',
        header: t('people:field.phone'),
        value: (row) => row.phone || null,
        width: 170,
        minWidth: 150,
      },
      {
        id: 'email',
        header: t('people:field.email'),
        value: (row) => row.email || null,
        width: '1.2fr',
        minWidth: 150,
      },
    ],
    [t],
  );
}

/** Who trains and judges: own instructors and specialists of partners; an address with an id opens that expert. */
export function ExpertsPage({ id }: { id: string | null }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const experts = useRouteQuery('people.listExperts', {});
  const columns = useExpertColumns();
  const [isAdding, adding] = useDisclosure(false);
  const expert = experts.data?.experts.find((row) => row.id === id);
  const isGone = id !== null && experts.data !== undefined && expert === undefined;
  useEffect(() => {
    if (isGone) navigate('/experts', { replace: true });
  }, [isGone, navigate]);
  const addButton = (
    <Allowed command="people.createExpert">
      <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('people:expert.add')}
      </Button>
    </Allowed>
  );
  return (
    <Page kind="fill">
      <PageHeader title={t('nav:experts')} hint={t('people:expert.hint')} actions={addButton} />
      <QueryView query={experts}>
        {(answer) =>
          answer.experts.length === 0 ? (
            <EmptyState
              icon={IconSchool}
              title={t('people:expert.empty')}
              text={t('people:expert.emptyText')}
              primary={addButton}
              secondary={<SampleButton />}
            />
          ) : (
            <DataGrid
              label={t('nav:experts')}
              rows={answer.experts}
              columns={columns}
              rowKey={(row) => row.id}
              initialSort={{ id: 'name', descending: false }}
              onOpen={(row) => navigate(`/experts/${row.id}`)}
            />
          )
        }
      </QueryView>
      {expert === undefined ? null : (
        <ExpertDrawer key={expert.id} expert={expert} onClose={() => navigate('/experts')} />
      )}
      {isAdding ? <ExpertDrawer expert={null} onClose={adding.close} /> : null}
    </Page>
  );
}
