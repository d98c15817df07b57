import { ActionIcon, Button, Slider, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { criteriaOf, presetNames } from '#shared/domain/selection/criteria.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useMayCall } from '../../../client/useAccess.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { criterionName } from '../selectionModel.ts';
import styles from './selection.module.css';

type Criterion = ScenarioConfig['criteria'][number];

interface WeightsCardProps {
  config: ScenarioConfig;
  onChange: (config: ScenarioConfig) => void;
  /** Shows the effect of settings that are not stored yet. */
  onMove: (config: ScenarioConfig) => void;
}

const isOwn = ({ key }: Criterion): boolean => key.startsWith('own:');

/** Whether these are the weights of a preset, own criteria aside. */
function hasWeightsOf(criteria: readonly Criterion[], preset: readonly Criterion[]): boolean {
  return preset.every(({ key, weight }) => criteria.find((one) => one.key === key)?.weight === weight);
}

function Presets({ config, onChange }: Omit<WeightsCardProps, 'onMove'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles['presets']} role="group" aria-label={t('selection:criteria.preset')}>
      {presetNames.map((name) => {
        const preset = criteriaOf(name);
        return (
          <button
            key={name}
            type="button"
            className={styles['preset']}
            aria-pressed={hasWeightsOf(config.criteria, preset)}
            onClick={() => onChange({ ...config, criteria: [...preset, ...config.criteria.filter(isOwn)] })}
          >
            <span>{t(`selection:preset.${name}`)}</span>
            <small>
              {preset
                .filter(({ weight }) => weight > 0)
                .map(({ key, weight }) => `${criterionName(t, key, '')} ${format.number(weight)}`)
                .join(' · ')}
            </small>
          </button>
        );
      })}
    </div>
  );
}

/** The lowest free key of an own criterion; null when all nine are taken. */
function freeKey(criteria: readonly Criterion[]): string | null {
  const used = new Set(criteria.map(({ key }) => key));
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `own:${number}`).find((key) => !used.has(key)) ?? null;
}

/** Presets, the weight of each criterion, and own criteria. */
export function WeightsCard({ config, onChange, onMove }: WeightsCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const mayChange = useMayCall('selection.updateScenario');
  const [ownName, setOwnName] = useState('');
  const total = config.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const withWeight = (key: string, weight: number): ScenarioConfig => ({
    ...config,
    criteria: config.criteria.map((one) => (one.key === key ? { ...one, weight } : one)),
  });
  const addOwn = (): void => {
    const key = freeKey(config.criteria);
    if (key === null) return;
    const own: Criterion = {
      key,
      name: ownName.trim(),
      weight: 10,
      normalisation: { kind: 'fixed', from: 0, to: 100 },
    };
    onChange({ ...config, criteria: [...config.criteria, own] });
    setOwnName('');
  };
  return (
    <Card title={t('selection:criteria.title')}>
      <Presets config={config} onChange={onChange} />
      {config.criteria.map((criterion) => {
        const { key, name, weight } = criterion;
        const label = criterionName(t, key, name);
        return (
          <div key={key} className={styles['weight']}>
            <span>
              {label}
              {isOwn(criterion) ? (
                <Allowed command="selection.updateScenario">
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="red"
                    aria-label={`${t('common:action.remove')}: ${label}`}
                    onClick={() =>
                      onChange({ ...config, criteria: config.criteria.filter((one) => one.key !== key) })
                    }
                  >
                    <IconTrash size={14} aria-hidden />
                  </ActionIcon>
                </Allowed>
              ) : null}
            </span>
            <Slider
              min={0}
              max={100}
              step={1}
              label={null}
              value={Math.round(weight)}
              thumbLabel={label}
              disabled={!mayChange}
              onChange={(value) => onMove(withWeight(key, value))}
              onChangeEnd={(value) => onChange(withWeight(key, value))}
            />
            <span className={styles['number']}>
              {format.percent(total > 0 ? (100 * weight) / total : 0, 0)}
            </span>
          </div>
        );
      })}
      <div className={styles['controls']}>
        <TextInput
          label={t('selection:criteria.own')}
          description={t('selection:criteria.ownHint')}
          value={ownName}
          onChange={(event) => setOwnName(event.currentTarget.value)}
        />
        <Allowed command="selection.updateScenario">
          <Button
            variant="default"
            disabled={ownName.trim() === '' || freeKey(config.criteria) === null}
            onClick={addOwn}
          >
            {t('common:action.add')}
          </Button>
        </Allowed>
      </div>
    </Card>
  );
}
