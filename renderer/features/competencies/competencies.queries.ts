import type { RouteOutput } from '#shared/contract/registry.ts';

/** A competency with the sections of its standard, as its page shows it. */
export type Competency = RouteOutput<'competencies.get'>;
