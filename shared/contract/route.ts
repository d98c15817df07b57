import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** What a role may be allowed to do. Reading and writing are told apart for each part of the product. */
export const permissions = [
  /** Also before anybody has signed in. */
  'app.open',
  'app.read',
  'settings.write',
  'profiles.write',
  'people.read',
  'people.write',
  'competencies.read',
  'competencies.write',
  'schemes.read',
  'schemes.write',
  'training.read',
  'training.write',
  'assessment.read',
  'assessment.write',
  'contest.write',
  'progress.read',
  'selection.read',
  'selection.write',
  'attachments.read',
  'attachments.write',
  'base.read',
  'base.write',
  'partners.read',
  'partners.write',
  'events.read',
  'events.write',
  'tasks.read',
  'tasks.write',
  'reports.read',
  'history.read',
  'history.write',
  'sample.write',
  'privacy.read',
  'privacy.write',
  'privacy.erase',
  'backup.read',
  'backup.write',
  'updates.install',
] as const;

/** One of {@link permissions}. */
export type Permission = (typeof permissions)[number];

/** One entry of the registry: all that both sides must know about a call. */
export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** A query only reads; a command may write and becomes one named action of the history. */
  kind: 'query' | 'command';
  permission: Permission;
  input: I;
  output: O;
  /** Codes beyond those of the way in and of the database, which any call may answer with. */
  errors: readonly ErrorCode[];
}

interface RouteOptions<I extends z.ZodType, O extends z.ZodType> {
  permission: Permission;
  input: I;
  output: O;
  errors?: readonly ErrorCode[];
}

/** Declares a route that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(options: RouteOptions<I, O>): Route<I, O> {
  return { errors: [], ...options, kind: 'query' };
}

/** Declares a route that writes. */
export function command<I extends z.ZodType, O extends z.ZodType>(options: RouteOptions<I, O>): Route<I, O> {
  return { errors: [], ...options, kind: 'command' };
}
