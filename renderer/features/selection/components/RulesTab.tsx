import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../../client/Allowed.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { emptyDraft, ruleKinds, toRule, type RuleDraft } from '../ruleDraft.ts';
import { ruleSentence } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { EffectCard } from './EffectCard.tsx';
import { PairValues } from './PairValues.tsx';
import { RuleFields } from './RuleFields.tsx';
import styles from './selection.module.css';

/** The coordinator's rules, each as a sentence. */
export function RulesTab({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RuleDraft>(emptyDraft);
  const { config } = scenario;
  const rule = toRule(draft);
  return (
    <div className={styles['stack']}>
      <EffectCard model={model} scenario={scenario} />
      <Card title={t('selection:rules.title')}>
        {config.rules.length === 0 ? (
          <EmptyState title={t('selection:rules.none')} text={t('selection:rules.noneText')} />
        ) : (
          <ul className={styles['links']}>
            {config.rules.map((one) => (
              <li key={one.id}>
                {ruleSentence(t, model, one)}{' '}
                <Allowed command="selection.updateScenario">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    onClick={() =>
                      onChange({ ...config, rules: config.rules.filter(({ id }) => id !== one.id) })
                    }
                  >
                    {t('common:action.remove')}
                  </Button>
                </Allowed>
              </li>
            ))}
          </ul>
        )}
        <Allowed command="selection.updateScenario">
          <div className={styles['controls']}>
            <Select
              label={t('selection:rules.kind')}
              allowDeselect={false}
              data={ruleKinds.map((value) => ({ value, label: t(`selection:ruleKind.${value}`) }))}
              value={draft.kind}
              onChange={(kind) => {
                if (kind !== null) setDraft({ ...emptyDraft, kind });
              }}
            />
            <RuleFields model={model} draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
            <Button
              disabled={rule === null}
              onClick={() => {
                if (rule === null) return;
                onChange({ ...config, rules: [...config.rules, rule] });
                setDraft({ ...emptyDraft, kind: draft.kind });
              }}
            >
              {t('common:action.add')}
            </Button>
          </div>
        </Allowed>
      </Card>
      <PairValues model={model} scenario={scenario} onChange={onChange} />
    </div>
  );
}
