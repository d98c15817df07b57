import { SegmentedControl, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tieFigures } from '#shared/domain/selection/inputs.ts';
import { Card } from '../../../ui/Page.tsx';
import type { TabProps } from '../tabProps.ts';
import { StoredNumber } from './StoredNumber.tsx';
import styles from './selection.module.css';

/** What makes a team the best: aim, ties, missing figures, competencies a student may enter. */
export function ObjectiveCard({ scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const { config } = scenario;
  const setTie = (value: string | null): void => {
    const { seed } = config.tie;
    const figure = tieFigures.find((one) => one === value);
    onChange({ ...config, tie: figure ? { kind: 'published', figure, seed } : { kind: 'seed', seed } });
  };
  return (
    <Card title={t('selection:objective.label')}>
      <SegmentedControl
        orientation="vertical"
        fullWidth
        aria-label={t('selection:objective.label')}
        value={config.objective}
        onChange={(objective) => onChange({ ...config, objective })}
        data={(['total', 'weakest'] as const).map((value) => ({
          value,
          label: t(`selection:objective.${value}`),
        }))}
      />
      <p className={styles['soft']}>{t(`selection:objective.hint.${config.objective}`)}</p>
      <p className={styles['line']}>{t('selection:criteria.missing')}</p>
      <SegmentedControl
        orientation="vertical"
        fullWidth
        aria-label={t('selection:criteria.missing')}
        value={config.missing}
        onChange={(missing) => onChange({ ...config, missing })}
        data={(['leave_out', 'zero'] as const).map((value) => ({
          value,
          label: t(`selection:missing.${value}`),
        }))}
      />
      <div className={styles['controls']}>
        <Select
          label={t('selection:tie.label')}
          description={t('selection:tie.hint')}
          allowDeselect={false}
          value={config.tie.kind === 'seed' ? 'seed' : config.tie.figure}
          data={[...tieFigures, 'seed' as const].map((value) => ({
            value,
            label: value === 'seed' ? t('selection:tie.seed') : t(`selection:criterion.${value}`),
          }))}
          onChange={setTie}
        />
        <StoredNumber
          w={130}
          label={t('selection:tie.number')}
          min={0}
          max={2_147_483_647}
          allowDecimal={false}
          stored={config.tie.seed}
          onStore={(seed) => onChange({ ...config, tie: { ...config.tie, seed } })}
        />
        <StoredNumber
          w={240}
          label={t('selection:objective.perStudent')}
          min={1}
          max={5}
          allowDecimal={false}
          stored={config.competenciesPerStudent}
          onStore={(competenciesPerStudent) => onChange({ ...config, competenciesPerStudent })}
        />
      </div>
    </Card>
  );
}
