import { Drawer, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultRow } from '#shared/contract/assessment.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { AttemptHistory } from './AttemptHistory.tsx';
import { AttemptSteps } from './AttemptSteps.tsx';
import { ExplainTree } from './ExplainTree.tsx';

/** One result: how its number comes about, its next step, and all that happened to it. */
export function AttemptDrawer({ row, onClose }: { row: ResultRow; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const explained = useRouteQuery('assessment.explainAttempt', { attemptId: row.attemptId });
  return (
    <Drawer
      opened
      onClose={onClose}
      size={640}
      title={row.studentName}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Tabs defaultValue="explain" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="explain">{t('assessment:attempt.explain')}</Tabs.Tab>
          <Tabs.Tab value="steps">{t('assessment:attempt.steps')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('assessment:attempt.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="explain">
          <QueryView query={explained}>{(data) => <ExplainTree data={data} row={row} />}</QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="steps">
          <QueryView query={explained}>
            {(data) => <AttemptSteps attemptId={row.attemptId} data={data} />}
          </QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <AttemptHistory attemptId={row.attemptId} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}
