import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { SelectionModel } from '../selectionModel.ts';
import type { Task } from '../useTask.ts';
import { Changes } from './Changes.tsx';
import styles from './selection.module.css';

interface AlternativesCardProps {
  model: SelectionModel;
  runId: string;
  task: Task;
}

/** The next best teams and how far they are behind. */
export function AlternativesCard({ model, runId, task }: AlternativesCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const [found, setFound] = useState<RouteOutput<'selection.alternatives'>['alternatives'] | null>(null);
  const ask = async (): Promise<void> => {
    const answer = await task.run((name) =>
      client.call('selection.alternatives', { runId, task: name, limit: 5 }),
    );
    if (answer) setFound(answer.alternatives);
  };
  return (
    <Card
      title={t('selection:alternatives.title')}
      actions={
        <Button
          size="compact-sm"
          variant="default"
          disabled={task.progress !== null}
          onClick={() => void ask()}
        >
          {t('selection:alternatives.find')}
        </Button>
      }
    >
      {found === null ? <p className={styles['soft']}>{t('selection:alternatives.hint')}</p> : null}
      {found?.length === 0 ? <p>{t('selection:alternatives.none')}</p> : null}
      {found?.map((one, index) => (
        <section key={one.picks.map(({ studentId }) => studentId).join()}>
          <p className={styles['line']}>
            {t('selection:alternatives.number', {
              number: index + 1,
              points: format.number(one.totals.main / 100, 2),
            })}{' '}
            {one.isEqual ? <StatusBadge tone="warn">{t('selection:alternatives.equal')}</StatusBadge> : null}
          </p>
          <Changes model={model} changes={one.changes} />
        </section>
      ))}
    </Card>
  );
}
