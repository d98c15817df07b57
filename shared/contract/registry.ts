import type { z } from 'zod';
import { accessRoutes } from './access.ts';
import { appRoutes } from './app.ts';
import { assessmentRoutes } from './assessment.ts';
import { attachmentRoutes } from './attachments.ts';
import { backupRoutes } from './backup.ts';
import { championshipRoutes } from './championships.ts';
import { contestRoutes } from './contest.ts';
import { baseRoutes } from './base.ts';
import { baseGapRoutes } from './baseGap.ts';
import { baseInventoryRoutes } from './baseInventory.ts';
import { competencyRoutes } from './competencies.ts';
import { developmentEventRoutes } from './developmentEvents.ts';
import { exchangeRoutes } from './exchange.ts';
import { exchangeResultRoutes } from './exchangeResults.ts';
import { goalRoutes } from './goals.ts';
import { insightRoutes } from './insight.ts';
import { paperRoutes } from './paper.ts';
import { partnerRoutes } from './partners.ts';
import { peopleRoutes } from './people.ts';
import { planRoutes } from './plan.ts';
import { practiceRoutes } from './practice.ts';
import { privacyRoutes } from './privacy.ts';
import { progressRoutes } from './progress.ts';
import { reportRoutes } from './reports.ts';
import { schemeRoutes } from './schemes.ts';
import { selectionRoutes } from './selection.ts';
import { taskRoutes } from './tasks.ts';
import { trainingRoutes } from './training.ts';
import { updateRoutes } from './updates.ts';

/** Every route there is. Handlers are an exhaustive map over it; preload and doors only pass names on. */
export const registry = {
  ...appRoutes,
  ...accessRoutes,
  ...backupRoutes,
  ...exchangeRoutes,
  ...exchangeResultRoutes,
  ...privacyRoutes,
  ...peopleRoutes,
  ...competencyRoutes,
  ...schemeRoutes,
  ...trainingRoutes,
  ...assessmentRoutes,
  ...progressRoutes,
  ...goalRoutes,
  ...insightRoutes,
  ...planRoutes,
  ...practiceRoutes,
  ...championshipRoutes,
  ...contestRoutes,
  ...selectionRoutes,
  ...attachmentRoutes,
  ...baseRoutes,
  ...baseInventoryRoutes,
  ...baseGapRoutes,
  ...partnerRoutes,
  ...developmentEventRoutes,
  ...taskRoutes,
  ...reportRoutes,
  ...updateRoutes,
  ...paperRoutes,
};

export type Registry = typeof registry;
export type RouteName = keyof Registry;

/** What a caller sends. */
export type RouteInput<R extends RouteName> = z.input<Registry[R]['input']>;
/** What a handler gets: parsed, trimmed, with defaults. */
export type ParsedInput<R extends RouteName> = z.output<Registry[R]['input']>;
/** What a call answers with. */
export type RouteOutput<R extends RouteName> = z.output<Registry[R]['output']>;

/** Whether a name is one of the registry's own (not of its prototype's). */
export function isRouteName(name: unknown): name is RouteName {
  return typeof name === 'string' && Object.hasOwn(registry, name);
}
