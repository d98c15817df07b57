import type { Language } from '#shared/contract/app.ts';
import type { ErrorCode, Result } from '#shared/contract/errors.ts';
import type { MainEvent } from '#shared/contract/events.ts';
import { isRouteName, registry } from '#shared/contract/registry.ts';
import type { Application } from '../../electron/bootstrap.ts';
import type { Sender } from '../../electron/router/call.ts';

/** What reached the application behind a door. */
export interface SeenCall {
  route: unknown;
  input: unknown;
  sender: Sender;
}

/** The application that door tests stand a door in front of: its gates are real, behind them is nothing. */
export interface TinyApplication extends Application {
  calls: SeenCall[];
  errors: string[];
  listeners: number;
}

const fail = (code: ErrorCode): Result<never> => ({ ok: false, error: { code, message: code } });

/** Gates as in the router, then an echo of the parsed input; `people.removeStudent` fails inside. */
export function createTinyApplication(language: Language = 'kk'): TinyApplication {
  const listeners = new Set<(event: MainEvent) => void>();
  const application: TinyApplication = {
    calls: [],
    errors: [],
    get listeners() {
      return listeners.size;
    },
    dispatch(route, input, sender) {
      application.calls.push({ route, input, sender });
      if (sender.kind === 'refused') return Promise.resolve(fail(sender.code));
      if (!isRouteName(route)) return Promise.resolve(fail('unknown_route'));
      const parsed = registry[route].input.safeParse(input);
      if (!parsed.success) return Promise.resolve(fail('bad_input'));
      if (route === 'people.removeStudent') return Promise.resolve(fail('internal'));
      return Promise.resolve({ ok: true, data: parsed.data });
    },
    events: {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    makeDueBackup: () => Promise.resolve(false),
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    getLanguage: () => language,
    logError(where) {
      application.errors.push(where);
    },
    stop: () => Promise.resolve(),
  };
  return application;
}
