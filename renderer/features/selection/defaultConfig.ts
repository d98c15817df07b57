import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { criteriaOf } from '#shared/domain/selection/criteria.ts';

/** What a first scenario begins with: the usual conditions, balanced weights, ties by the last mock. */
export function defaultConfig(): ScenarioConfig {
  return {
    criteria: criteriaOf('balanced'),
    missing: 'leave_out',
    eligibility: [
      { kind: 'age' },
      { kind: 'consent' },
      { kind: 'status' },
      { kind: 'min_attempts', count: 3, days: 180 },
    ],
    rules: [],
    pairValues: [],
    competenciesPerStudent: 1,
    objective: 'total',
    tie: { kind: 'published', figure: 'last_mock', seed: new Date().getFullYear() },
  };
}
