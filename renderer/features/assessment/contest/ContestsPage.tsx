import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMedal, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ContestListRow } from '#shared/contract/contest.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { ContestDrawer } from './ContestDrawer.tsx';
import { whenAndWhere } from './contestModel.ts';
import styles from '../assessment.module.css';

/** How far a championship is, by the states of its competencies. */
function Progress({ row }: { row: ContestListRow }): ReactNode {
  const { t } = useTranslation();
  const { open, frozen, published } = row.states;
  if (row.competencyCount === 0) return null;
  if (published === row.competencyCount) {
    return <StatusBadge tone="good">{t('contest:state.published')}</StatusBadge>;
  }
  return <StatusBadge>{t('contest:list.states', { open, frozen, published })}</StatusBadge>;
}

function ContestTable({ rows }: { rows: readonly ContestListRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SimpleTable
      label={t('contest:title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          header: t('contest:form.name'),
          cell: (row) => (
            <>
              <Link href={`/contests/${row.id}`}>{row.name}</Link>{' '}
              {row.isMock ? <StatusBadge tone="info">{t('contest:mock')}</StatusBadge> : null}
              <div className={styles['soft']}>{whenAndWhere(format, row)}</div>
            </>
          ),
        },
        { id: 'stage', header: t('contest:form.stage'), cell: (row) => t(`contest:stage.${row.stage}`) },
        {
          id: 'competencies',
          header: t('contest:form.competencies'),
          align: 'end',
          cell: (row) => row.competencyCount,
        },
        {
          id: 'competitors',
          header: t('contest:list.competitors'),
          align: 'end',
          cell: (row) => row.competitorCount,
        },
        { id: 'state', header: t('contest:list.state'), cell: (row) => <Progress row={row} /> },
      ]}
    />
  );
}

/** Championships that are held here: rehearsals above all. */
export function ContestsPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  const contests = useRouteQuery('contest.list', {});
  const isSample = useRouteQuery('app.getStatus', {}).data?.sample ?? true;
  const openSample = useCommand('sample.open');
  const add = (
    <Allowed command="championships.create">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('contest:add')}
      </Button>
    </Allowed>
  );
  return (
    <Page kind="wide">
      <PageHeader title={t('contest:title')} hint={t('contest:hint')} actions={add} />
      <QueryView query={contests}>
        {(answer) =>
          answer.contests.length === 0 ? (
            <EmptyState
              icon={IconMedal}
              title={t('contest:empty.title')}
              text={t('contest:empty.text')}
              primary={add}
              secondary={
                isSample ? null : (
                  <Allowed command="sample.open">
                    <Button
                      variant="default"
                      loading={openSample.isPending}
                      onClick={() => openSample.mutate({})}
                    >
                      {t('contest:empty.sample')}
                    </Button>
                  </Allowed>
                )
              }
            />
          ) : (
            <ContestTable rows={answer.contests} />
          )
        }
      </QueryView>
      {isAdding ? (
        <ContestDrawer
          championship={null}
          onClose={adding.close}
          onStored={(id) => navigate(`/contests/${id}`)}
        />
      ) : null}
    </Page>
  );
}
