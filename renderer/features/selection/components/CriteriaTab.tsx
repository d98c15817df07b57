import { Button, NumberInput, SegmentedControl, Select, Slider, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { criteriaOf, presetNames, type CriterionSetting } from '#shared/domain/selection/criteria.ts';
import { listRanges } from '#shared/domain/selection/inputs.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { criterionName, previewInputs, previewValues } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { ValueTable } from './ValueTable.tsx';
import styles from './selection.module.css';

interface CriteriaTabProps extends TabProps {
  /** Shows the effect of settings that are not stored yet. */
  onMove: (config: ScenarioConfig) => void;
}

function Ranges({ model, scenario }: Pick<TabProps, 'model' | 'scenario'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const ranges = useMemo(() => listRanges(previewInputs(model, scenario.config)), [model, scenario.config]);
  return (
    <details>
      <summary>{t('selection:ranges.title')}</summary>
      <ul className={styles['reasons']}>
        {Object.entries(ranges).map(([competencyId, own]) => (
          <li key={competencyId}>
            {model.competencyName(competencyId)}:{' '}
            {scenario.config.criteria
              .filter(({ key }) => own[key] !== undefined && Number.isFinite(own[key].from))
              .map(({ key, name }) => {
                const { from = 0, to = 100 } = own[key] ?? {};
                return `${criterionName(t, key, name)} ${format.number(from, 1)}–${format.number(to, 1)}`;
              })
              .join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What counts, and how much; moving a weight shows at once who would be ahead. */
export function CriteriaTab({ model, scenario, onChange, onMove }: CriteriaTabProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { config } = scenario;
  const [ownName, setOwnName] = useState('');
  const values = useMemo(() => previewValues(model, config), [model, config]);
  const total = config.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const withWeight = (key: string, weight: number): ScenarioConfig => ({
    ...config,
    criteria: config.criteria.map((one) => (one.key === key ? { ...one, weight } : one)),
  });
  const isWithin = config.criteria.every(({ normalisation }) => normalisation.kind === 'within_competency');
  const setNormalisation = (kind: string): void => {
    const normalisation: CriterionSetting['normalisation'] =
      kind === 'fixed' ? { kind, from: 0, to: 100 } : { kind: 'within_competency' };
    onChange({ ...config, criteria: config.criteria.map((one) => ({ ...one, normalisation })) });
  };
  const addOwn = (): void => {
    const used = new Set(config.criteria.map(({ key }) => key));
    const key = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `own:${number}`).find((one) => !used.has(one));
    if (key === undefined) return;
    const normalisation = { kind: 'fixed', from: 0, to: 100 } as const;
    onChange({
      ...config,
      criteria: [...config.criteria, { key, name: ownName.trim(), weight: 10, normalisation }],
    });
    setOwnName('');
  };
  return (
    <div className={styles['columns']}>
      <Card title={t('selection:criteria.title')}>
        <Select
          label={t('selection:criteria.preset')}
          placeholder={t('selection:criteria.choosePreset')}
          value={null}
          data={presetNames.map((value) => ({ value, label: t(`selection:preset.${value}`) }))}
          onChange={(value) => {
            const name = presetNames.find((one) => one === value);
            if (!name) return;
            const own = config.criteria.filter(({ key }) => key.startsWith('own:'));
            onChange({ ...config, criteria: [...criteriaOf(name), ...own] });
          }}
        />
        {config.criteria.map(({ key, name, weight }) => (
          <div key={key} className={styles['weight']}>
            <span>{criterionName(t, key, name)}</span>
            <Slider
              min={0}
              max={100}
              step={1}
              label={null}
              value={Math.round(weight)}
              thumbLabel={criterionName(t, key, name)}
              onChange={(value) => onMove(withWeight(key, value))}
              onChangeEnd={(value) => onChange(withWeight(key, value))}
            />
            <span className={styles['number']}>
              {format.percent(total > 0 ? (100 * weight) / total : 0, 0)}
            </span>
          </div>
        ))}
        <div className={styles['controls']}>
          <TextInput
            label={t('selection:criteria.own')}
            value={ownName}
            onChange={(event) => setOwnName(event.currentTarget.value)}
          />
          <Button variant="default" disabled={ownName.trim() === ''} onClick={addOwn}>
            {t('common:action.add')}
          </Button>
        </div>
        <p className={styles['line']}>{t('selection:criteria.normalisation')}</p>
        <SegmentedControl
          aria-label={t('selection:criteria.normalisation')}
          value={isWithin ? 'within_competency' : 'fixed'}
          onChange={setNormalisation}
          data={['fixed', 'within_competency'].map((value) => ({
            value,
            label: t(`selection:normalisation.${value}`),
          }))}
        />
        <p className={styles['line']}>{t('selection:criteria.missing')}</p>
        <SegmentedControl
          aria-label={t('selection:criteria.missing')}
          value={config.missing}
          onChange={(missing) => onChange({ ...config, missing })}
          data={(['leave_out', 'zero'] as const).map((value) => ({
            value,
            label: t(`selection:missing.${value}`),
          }))}
        />
        <p className={styles['line']}>{t('selection:objective.label')}</p>
        <SegmentedControl
          aria-label={t('selection:objective.label')}
          value={config.objective}
          onChange={(objective) => onChange({ ...config, objective })}
          data={(['total', 'weakest'] as const).map((value) => ({
            value,
            label: t(`selection:objective.${value}`),
          }))}
        />
        <p className={styles['line']}>{t('selection:tie.label')}</p>
        <div className={styles['controls']}>
          <Select
            aria-label={t('selection:tie.label')}
            allowDeselect={false}
            value={config.tie.kind === 'seed' ? 'seed' : config.tie.figure}
            data={(['last_mock', 'level', 'attendance', 'section_floor', 'seed'] as const).map((value) => ({
              value,
              label: value === 'seed' ? t('selection:tie.seed') : t(`selection:criterion.${value}`),
            }))}
            onChange={(value) => {
              const { seed } = config.tie;
              const figures = ['last_mock', 'level', 'attendance', 'section_floor'] as const;
              const figure = figures.find((one) => one === value);
              onChange({
                ...config,
                tie: figure ? { kind: 'published', figure, seed } : { kind: 'seed', seed },
              });
            }}
          />
          <NumberInput
            w={130}
            aria-label={t('selection:tie.number')}
            min={0}
            max={2_147_483_647}
            value={config.tie.seed}
            onChange={(value) => {
              if (typeof value === 'number')
                onChange({ ...config, tie: { ...config.tie, seed: Math.round(value) } });
            }}
          />
        </div>
        <Ranges model={model} scenario={scenario} />
      </Card>
      <ValueTable model={model} criteria={config.criteria} values={values} picks={null} />
    </div>
  );
}
