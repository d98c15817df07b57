import type { RouteOutput } from '#shared/contract/registry.ts';

type Internships = RouteOutput<'insight.student'>['internships'];

/** What mentors found by section of the standard, 0…3; the latest internship speaks. */
export function mentorLevels(internships: Internships): Map<number, number> {
  // The latest stands first: it is set last.
  const known = internships.toReversed().flatMap((one) => one.sections);
  return new Map(known.map(({ number, level }) => [number, level]));
}
