import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { Normalisation } from '#shared/domain/selection/criteria.ts';
import { listRanges } from '#shared/domain/selection/inputs.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { criterionName, previewInputs } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { StoredNumber } from './StoredNumber.tsx';
import styles from './selection.module.css';

type Criterion = ScenarioConfig['criteria'][number];

const KINDS = ['fixed', 'within_competency'] as const;

/** How a figure becomes points, criterion by criterion, and which figures are 0 and 100 now. */
export function ScaleCard({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { config } = scenario;
  const ranges = useMemo(() => listRanges(previewInputs(model, config)), [model, config]);
  const counted = config.criteria.filter(({ weight }) => weight > 0);
  const set = (key: string, normalisation: Normalisation): void =>
    onChange({
      ...config,
      criteria: config.criteria.map((one) => (one.key === key ? { ...one, normalisation } : one)),
    });
  const bound = (criterion: Criterion, side: 'from' | 'to'): ReactNode => {
    const { normalisation, key } = criterion;
    if (normalisation.kind !== 'fixed') return t('selection:ranges.ofSquad');
    return (
      <StoredNumber
        size="xs"
        w={56}
        min={-1000}
        max={1000}
        hideControls
        aria-label={`${t(`selection:ranges.${side}`)}: ${criterionName(t, key, criterion.name)}`}
        stored={normalisation[side]}
        onStore={(value) => set(key, { ...normalisation, [side]: value })}
      />
    );
  };
  return (
    <Card title={t('selection:criteria.normalisation')}>
      <SimpleTable
        label={t('selection:criteria.normalisation')}
        rows={counted}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'name',
            header: t('selection:own.criterion'),
            cell: ({ key, name, normalisation }) => (
              <>
                {criterionName(t, key, name)}
                <Select
                  size="xs"
                  miw={170}
                  allowDeselect={false}
                  aria-label={`${t('selection:ranges.scale')}: ${criterionName(t, key, name)}`}
                  value={normalisation.kind}
                  data={KINDS.map((value) => ({ value, label: t(`selection:normalisation.${value}`) }))}
                  onChange={(kind) =>
                    set(key, kind === 'within_competency' ? { kind } : { kind: 'fixed', from: 0, to: 100 })
                  }
                />
              </>
            ),
          },
          { id: 'from', header: t('selection:ranges.from'), cell: (criterion) => bound(criterion, 'from') },
          { id: 'to', header: t('selection:ranges.to'), cell: (criterion) => bound(criterion, 'to') },
        ]}
      />
      {counted.some(({ normalisation }) => normalisation.kind === 'within_competency') ? (
        <ul className={styles['reasons']}>
          {Object.entries(ranges).map(([competencyId, own]) => (
            <li key={competencyId}>
              {model.competencyName(competencyId)}:{' '}
              {counted
                .filter(
                  ({ key, normalisation }) =>
                    normalisation.kind === 'within_competency' && Number.isFinite(own[key]?.from ?? NaN),
                )
                .map(({ key, name }) => {
                  const { from = 0, to = 100 } = own[key] ?? {};
                  return `${criterionName(t, key, name)} ${format.number(from, 1)}–${format.number(to, 1)}`;
                })
                .join('; ')}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
