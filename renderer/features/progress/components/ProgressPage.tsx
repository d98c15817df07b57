import { Button } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { useOverview } from '../useOverview.ts';
import { OverviewTable } from './OverviewTable.tsx';

function NothingYet(): ReactNode {
  const { t } = useTranslation();
  const openSample = useCommand('sample.open');
  return (
    <EmptyState
      icon={IconChartLine}
      title={t('progress:overview.empty.title')}
      text={t('progress:overview.empty.text')}
      primary={
        <Button component={Link} href="/competencies">
          {t('progress:overview.empty.toCompetencies')}
        </Button>
      }
      secondary={
        <Allowed command="sample.open">
          <Button variant="default" loading={openSample.isPending} onClick={() => openSample.mutate({})}>
            {t('progress:overview.empty.sample')}
          </Button>
        </Allowed>
      }
    />
  );
}

/** All competencies with a squad or practice, the one that asks for most attention first. */
export function ProgressPage(): ReactNode {
  const { t } = useTranslation();
  const overview = useOverview();
  const rows = overview.data?.rows ?? [];
  return (
    <Page>
      <PageHeader
        title={t('nav:progress')}
        {...(rows.length === 0
          ? {}
          : { hint: overview.data?.sentence, actions: <PrintButtons title={t('nav:progress')} isQuiet /> })}
      />
      <QueryView query={overview}>
        {(data) =>
          data.rows.length === 0 ? (
            <NothingYet />
          ) : (
            <Card title={t('progress:overview.label')}>
              <OverviewTable rows={data.rows} />
            </Card>
          )
        }
      </QueryView>
    </Page>
  );
}
