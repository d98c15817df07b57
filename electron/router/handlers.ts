import type { ParsedInput, Registry, RouteName, RouteOutput } from '#shared/contract/registry.ts';
import type { CommandContext, QueryContext } from './context.ts';

type Answer<R extends RouteName> = RouteOutput<R> | Promise<RouteOutput<R>>;

/** The handler of a route: a query cannot reach the one way to write. */
export type Handler<R extends RouteName> = Registry[R]['kind'] extends 'query'
  ? (input: ParsedInput<R>, context: QueryContext) => Answer<R>
  : (input: ParsedInput<R>, context: CommandContext) => Answer<R>;

/** Exhaustive over the registry: a missing or an extra handler does not compile. */
export type Handlers = { [R in RouteName]: Handler<R> };

/** The handlers of one feature: those routes whose names begin with its prefix. */
export type FeatureHandlers<Prefix extends string> = {
  [R in RouteName as R extends `${Prefix}.${string}` ? R : never]: Handler<R>;
};
