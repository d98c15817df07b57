import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EligibilityRule } from '#shared/domain/selection/eligibility.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { Card } from '../../../ui/Page.tsx';
import type { TabProps } from '../tabProps.ts';
import { StoredNumber } from './StoredNumber.tsx';
import styles from './selection.module.css';

type Kind = EligibilityRule['kind'];

const SIMPLE: readonly EligibilityRule[] = [
  { kind: 'age' },
  { kind: 'consent' },
  { kind: 'status' },
  { kind: 'min_attempts', count: 3, days: 180 },
  { kind: 'min_percent', percent: 50 },
  { kind: 'mock_required', count: 1 },
];

interface LimitsProps {
  rule: EligibilityRule;
  onChange: (rule: EligibilityRule) => void;
}

function Limits({ rule, onChange }: LimitsProps): ReactNode {
  const { t } = useTranslation();
  if (rule.kind === 'min_attempts') {
    return (
      <>
        <StoredNumber
          size="xs"
          w={90}
          min={1}
          max={500}
          allowDecimal={false}
          label={t('selection:limit.count')}
          stored={rule.count}
          onStore={(count) => onChange({ ...rule, count })}
        />
        <StoredNumber
          size="xs"
          w={110}
          min={1}
          max={2000}
          allowDecimal={false}
          label={t('selection:limit.days')}
          stored={rule.days}
          onStore={(days) => onChange({ ...rule, days })}
        />
      </>
    );
  }
  if (rule.kind === 'mock_required') {
    return (
      <StoredNumber
        size="xs"
        w={90}
        min={1}
        max={50}
        allowDecimal={false}
        label={t('selection:limit.count')}
        stored={rule.count}
        onStore={(count) => onChange({ ...rule, count })}
      />
    );
  }
  if (rule.kind === 'min_percent') {
    return (
      <StoredNumber
        size="xs"
        w={90}
        min={0}
        max={100}
        label={t('selection:limit.percent')}
        stored={rule.percent}
        onStore={(percent) => onChange({ ...rule, percent })}
      />
    );
  }
  return null;
}

/** Which conditions hold for everybody. */
export function EligibilityRules({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const { config } = scenario;
  const [text, setText] = useState('');
  const [failing, setFailing] = useState<string[]>([]);
  const [pair, setPair] = useState<string[]>([]);
  const setRules = (eligibility: EligibilityRule[]): void => onChange({ ...config, eligibility });
  const find = (kind: Kind): EligibilityRule | undefined =>
    config.eligibility.find((rule) => rule.kind === kind);
  const replace = (rule: EligibilityRule): void =>
    setRules(config.eligibility.map((one) => (one.kind === rule.kind ? rule : one)));
  const [one, other] = pair;
  return (
    <Card title={t('selection:eligibility.title')}>
      {SIMPLE.map((rule) => {
        const set = find(rule.kind);
        return (
          <div key={rule.kind} className={styles['controls']}>
            <Checkbox
              label={t(`selection:eligibility.${rule.kind}`)}
              checked={set !== undefined}
              onChange={(event) =>
                setRules(
                  event.currentTarget.checked
                    ? [...config.eligibility, rule]
                    : config.eligibility.filter(({ kind }) => kind !== rule.kind),
                )
              }
            />
            {set ? <Limits rule={set} onChange={replace} /> : null}
          </div>
        );
      })}
      {config.eligibility.map((rule, index) =>
        rule.kind === 'own' || rule.kind === 'conflict' ? (
          <div key={rule.kind === 'own' ? rule.id : rule.competencyIds.join()} className={styles['controls']}>
            <span>
              {rule.kind === 'own'
                ? `${rule.text}: ${rule.failingStudentIds.map(model.studentName).join(', ')}`
                : t('selection:eligibility.conflictOf', {
                    one: model.competencyName(rule.competencyIds[0]),
                    other: model.competencyName(rule.competencyIds[1]),
                  })}
            </span>
            <Allowed command="selection.updateScenario">
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                onClick={() => setRules(config.eligibility.filter((_, place) => place !== index))}
              >
                {t('common:action.remove')}
              </Button>
            </Allowed>
          </div>
        ) : null,
      )}
      <div className={styles['controls']}>
        <TextInput
          label={t('selection:eligibility.own')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('selection:eligibility.failing')}
          searchable
          miw={260}
          value={failing}
          onChange={setFailing}
          data={model.view.students.map(({ id }) => ({ value: id, label: model.studentName(id) }))}
        />
        <Allowed command="selection.updateScenario">
          <Button
            variant="default"
            disabled={text.trim() === ''}
            onClick={() => {
              const id = crypto.randomUUID();
              setRules([
                ...config.eligibility,
                { kind: 'own', id, text: text.trim(), failingStudentIds: failing },
              ]);
              setText('');
              setFailing([]);
            }}
          >
            {t('common:action.add')}
          </Button>
        </Allowed>
      </div>
      <div className={styles['controls']}>
        <MultiSelect
          label={t('selection:eligibility.conflict')}
          searchable
          miw={320}
          maxValues={2}
          value={pair}
          onChange={setPair}
          data={model.championship.competencies.map(({ competencyId }) => ({
            value: competencyId,
            label: model.competencyName(competencyId),
          }))}
        />
        <Allowed command="selection.updateScenario">
          <Button
            variant="default"
            disabled={one === undefined || other === undefined}
            onClick={() => {
              if (one === undefined || other === undefined) return;
              setRules([...config.eligibility, { kind: 'conflict', competencyIds: [one, other] }]);
              setPair([]);
            }}
          >
            {t('common:action.add')}
          </Button>
        </Allowed>
      </div>
    </Card>
  );
}
