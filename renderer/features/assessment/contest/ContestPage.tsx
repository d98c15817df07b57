import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { BoardPanel } from './BoardPanel.tsx';
import { ContestDrawer } from './ContestDrawer.tsx';
import { ContestResultsPanel } from './ContestResultsPanel.tsx';
import { whenAndWhere } from './contestModel.ts';
import { EntriesPanel } from './EntriesPanel.tsx';
import { MedalRulesPanel } from './MedalRulesPanel.tsx';

const views = ['competencies', 'board', 'results', 'rules'] as const;

function OpenContest({
  contest,
  view,
}: {
  contest: RouteOutput<'contest.get'>;
  view: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const [isEditing, editing] = useDisclosure(false);
  const championship = useRouteQuery('championships.get', { id: contest.id }, { enabled: isEditing });
  const current = views.find((name) => name === view) ?? 'competencies';
  return (
    <>
      <PageHeader
        title={contest.name}
        hint={`${t(`contest:stage.${contest.stage}`)} · ${whenAndWhere(format, contest)}`}
        back={{ href: '/contests', label: t('contest:title') }}
        actions={
          <>
            <Allowed command="championships.update">
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={editing.open}
              >
                {t('common:action.edit')}
              </Button>
            </Allowed>
            <Button
              variant="default"
              component={Link}
              href={`/contests/${contest.id}/print`}
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              {t('contest:results.print')}
            </Button>
          </>
        }
      />
      <Tabs
        value={current}
        keepMounted={false}
        onChange={(value) => navigate(`/contests/${contest.id}/${value ?? ''}`, { replace: true })}
      >
        <Tabs.List mb="md">
          {views.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`contest:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="competencies">
          <EntriesPanel contest={contest} onEdit={editing.open} />
        </Tabs.Panel>
        <Tabs.Panel value="board">
          <BoardPanel contest={contest} />
        </Tabs.Panel>
        <Tabs.Panel value="results">
          <ContestResultsPanel championshipId={contest.id} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <MedalRulesPanel championshipId={contest.id} rules={contest.medalRules} />
        </Tabs.Panel>
      </Tabs>
      {isEditing && championship.data ? (
        <ContestDrawer championship={championship.data} onClose={editing.close} onStored={editing.close} />
      ) : null}
    </>
  );
}

/** A championship that is held here: competencies, the coordinators' board, results, rules of the medals. */
export function ContestPage({ id, view }: { id: string; view: string | undefined }): ReactNode {
  const contest = useRouteQuery('contest.get', { championshipId: id });
  return (
    <Page kind="wide">
      <QueryView query={contest}>{(data) => <OpenContest contest={data} view={view} />}</QueryView>
    </Page>
  );
}
