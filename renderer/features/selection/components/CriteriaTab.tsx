import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { previewValues } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { EffectCard } from './EffectCard.tsx';
import { ObjectiveCard } from './ObjectiveCard.tsx';
import { ScaleCard } from './ScaleCard.tsx';
import { ValueTable } from './ValueTable.tsx';
import { WeightsCard } from './WeightsCard.tsx';
import styles from './selection.module.css';

interface CriteriaTabProps extends TabProps {
  /** Shows the effect of settings that are not stored yet. */
  onMove: (config: ScenarioConfig) => void;
}

/** What counts, and how much; moving a weight shows at once who would be ahead and who would be chosen. */
export function CriteriaTab({ model, scenario, onChange, onMove }: CriteriaTabProps): ReactNode {
  const { config } = scenario;
  const values = useMemo(() => previewValues(model, config), [model, config]);
  return (
    <div className={styles['columns']}>
      <div className={styles['stack']}>
        <EditOnly command="selection.updateScenario">
          <WeightsCard config={config} onChange={onChange} onMove={onMove} />
        </EditOnly>
        <EditOnly command="selection.updateScenario">
          <ObjectiveCard model={model} scenario={scenario} onChange={onChange} />
        </EditOnly>
        <EditOnly command="selection.updateScenario">
          <ScaleCard model={model} scenario={scenario} onChange={onChange} />
        </EditOnly>
      </div>
      <div className={styles['stack']}>
        <div className={styles['inView']}>
          <EffectCard model={model} scenario={scenario} />
        </div>
        <ValueTable model={model} criteria={config.criteria} values={values} picks={null} isBrief />
      </div>
    </div>
  );
}
