import type { RouteOutput } from '#shared/contract/registry.ts';

const LEAST_PRACTICES = 2;

/** Whether enough is known to speak of load: one practice alone is no habit, an internship is. */
export function isLoadKnown({
  timedPractices,
  internships,
}: Pick<RouteOutput<'insight.student'>, 'timedPractices' | 'internships'>): boolean {
  return timedPractices >= LEAST_PRACTICES || internships.some(({ minutes }) => minutes > 0);
}
