import { criteriaOf } from './criteria.ts';
import type { SelectionSettings } from './record.ts';

/**
 * What a first scenario begins with: the usual conditions, balanced weights, ties by the last mock.
 * @param seed for what the published tie rule leaves open
 */
export function defaultConfig(seed: number): SelectionSettings {
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
    tie: { kind: 'published', figure: 'last_mock', seed },
  };
}
