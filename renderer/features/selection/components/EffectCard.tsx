import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import type { Choice } from '#shared/domain/selection/problem.ts';
import { compareChoices } from '#shared/domain/selection/analyses.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { groupSentence, type SelectionModel } from '../selectionModel.ts';
import { Changes } from './Changes.tsx';
import styles from './selection.module.css';

/** A hand on a slider rests for so long before the solver is asked. */
const REST_MS = 200;

interface EffectCardProps {
  model: SelectionModel;
  scenario: SelectionScenario;
}

interface EffectProps {
  model: SelectionModel;
  choice: Choice;
  /** Of the latest run; null: there is none. */
  old: Choice | null;
}

function Effect({ model, choice, old }: EffectProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { main, weakest, entries } = choice.totals;
  const changes = compareChoices(old?.picks ?? [], choice.picks);
  return (
    <>
      <p className={styles['line']}>
        {t('selection:effect.totals', {
          main: format.number(main / 100, 1),
          weakest: format.number((weakest ?? 0) / 100, 1),
          entries,
        })}
      </p>
      {old === null ? null : (
        <p className={styles['line']}>
          {changes.length === 0
            ? t('selection:effect.same')
            : t('selection:effect.changes', { count: changes.length })}
        </p>
      )}
      <Changes model={model} changes={changes} />
    </>
  );
}

/** Who would be chosen with these settings, compared with the latest run: seen while they are moved. */
export function EffectCard({ model, scenario }: EffectCardProps): ReactNode {
  const { t } = useTranslation();
  const [config] = useDebouncedValue(scenario.config, REST_MS);
  const query = useRouteQuery(
    'selection.preview',
    { scenarioId: scenario.id, config, task: `preview-${scenario.id}` },
    { keepPrevious: true },
  );
  const outcome = query.data?.outcome;
  const before = scenario.runs.find((run) => run.outcome.kind === 'chosen')?.outcome;
  const old = before?.kind === 'chosen' ? before.choice : null;
  if (outcome?.kind === 'contradiction') {
    return (
      <Notice tone="bad" title={t('selection:contradiction', { count: outcome.groups.length })}>
        <ul className={styles['reasons']}>
          {outcome.groups.map((group) => (
            <li key={group}>{groupSentence(t, model, { config }, group)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Card title={t('selection:effect.title')}>
      <div aria-live="polite" aria-busy={query.isFetching}>
        {outcome === undefined ? (
          <p className={styles['soft']}>{t('selection:effect.waiting')}</p>
        ) : (
          <Effect model={model} choice={outcome.choice} old={old} />
        )}
      </div>
    </Card>
  );
}
