import type { CallError, ErrorCode, Result } from '#shared/contract/errors.ts';
import { isRouteName, registry, type RouteName } from '#shared/contract/registry.ts';
import { UndoBlockedError } from '../database/changes/undo.ts';
import { databaseErrorCode } from '../database/errors.ts';
import { isAllowed } from '../security/permissions.ts';
import type { Sender } from './call.ts';
import type { CommandContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { Refusal } from './refusal.ts';

/** What the router needs of its surroundings. */
export interface RouterOptions {
  handlers: Handlers;
  /** Makes the context of one call. */
  createContext(route: RouteName): CommandContext;
  /** Writes down what went wrong inside a handler; never names or marks. */
  logError(where: string, error: unknown): void;
  /** Parts of the database cannot be read. */
  onDamage?(): void;
}

/** Dispatches a call. */
export type Dispatch = (route: unknown, input: unknown, sender: Sender) => Promise<Result<unknown>>;

/** A handler seen from outside the types: the registry guarantees that name, input and handler belong together. */
type AnyHandler = (input: unknown, context: CommandContext) => unknown;

const failure = (code: ErrorCode, message: string, data?: Record<string, unknown>): Result<never> => ({
  ok: false,
  error: { code, message, ...(data ? { data } : {}) },
});

/** What was wrong with the input: path and code of each issue, never the value itself. */
function describeIssues(
  issues: readonly { path: PropertyKey[]; code?: string; message: string }[],
): Record<string, unknown> {
  return {
    issues: issues.slice(0, 20).map((issue) => ({
      path: issue.path.map(String).join('.'),
      code:
        issue.message === 'required' || issue.message === 'control_characters' ? issue.message : issue.code,
    })),
  };
}

function toError(error: unknown): CallError {
  if (error instanceof Refusal) return error.toError();
  if (error instanceof UndoBlockedError) {
    return { code: 'undo_blocked', message: error.message, data: { entity: error.entity } };
  }
  const code = databaseErrorCode(error);
  if (code) return { code, message: `the database refused: ${code}` };
  return { code: 'internal', message: 'the handler failed; see the log' };
}

/**
 * Look up → gate of the sender → permission → schema → handler → envelope. Answers every call with a result.
 */
export function createRouter(options: RouterOptions): Dispatch {
  return async (route, input, sender) => {
    if (sender.kind === 'refused') return failure(sender.code, 'the call does not come from our own page');
    if (!isRouteName(route)) return failure('unknown_route', 'there is no such route');
    const definition = registry[route];
    const context = options.createContext(route);
    if (!isAllowed(context.actor.role, definition.permission)) {
      if (context.actor.role === 'nobody') return failure('sign_in_needed', 'nobody has signed in');
      return failure('forbidden', `${context.actor.role} may not ${definition.permission}`);
    }
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) {
      return failure('bad_input', 'the input does not fit the route', describeIssues(parsed.error.issues));
    }
    const handler = options.handlers[route] as unknown as AnyHandler;
    try {
      return { ok: true, data: await handler(parsed.data, context) };
    } catch (error) {
      const answer = toError(error);
      if (answer.code === 'internal') options.logError(route, error);
      if (answer.code === 'database_damaged') options.onDamage?.();
      return { ok: false, error: answer };
    }
  };
}
