import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { SelectionModel } from './selectionModel.ts';

/** What each tab of a selection gets. */
export interface TabProps {
  model: SelectionModel;
  scenario: SelectionScenario;
  /** Stores other settings of the scenario. */
  onChange: (config: ScenarioConfig) => void;
}
