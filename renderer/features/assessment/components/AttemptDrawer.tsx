import { Drawer, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../../client/queries.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { AttemptHistory } from './AttemptHistory.tsx';
import { AttemptSteps } from './AttemptSteps.tsx';
import { CorrectionPanel } from './CorrectionPanel.tsx';
import { ExplainTree } from './ExplainTree.tsx';

interface AttemptDrawerProps {
  attemptId: string;
  /** Who the competitor is. */
  title: string;
  /** Why there is this medal and this estimate, above the way to the total. */
  story?: ReactNode;
  onClose: () => void;
}

/** One result: how its number comes about, its next step, and all that happened to it. */
export function AttemptDrawer({ attemptId, title, story, onClose }: AttemptDrawerProps): ReactNode {
  const { t } = useTranslation();
  const explained = useRouteQuery('assessment.explainAttempt', { attemptId });
  return (
    <Drawer
      opened
      onClose={onClose}
      size={640}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Tabs defaultValue="explain" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="explain">{t('assessment:attempt.explain')}</Tabs.Tab>
          <Tabs.Tab value="steps">{t('assessment:attempt.steps')}</Tabs.Tab>
          <Tabs.Tab value="correction">{t('assessment:correction.title')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('assessment:attempt.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="explain">
          <QueryView query={explained}>{(data) => <ExplainTree data={data} story={story} />}</QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="steps">
          <QueryView query={explained}>
            {(data) => <AttemptSteps attemptId={attemptId} data={data} />}
          </QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="correction">
          <QueryView query={explained}>
            {(data) => <CorrectionPanel attemptId={attemptId} data={data} />}
          </QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <AttemptHistory attemptId={attemptId} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}
