import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { registry, type RouteName } from '#shared/contract/registry.ts';
import { createHandlers } from '../../../electron/application/handlers.ts';
import type { Sender } from '../../../electron/router/call.ts';
import type { CommandContext } from '../../../electron/router/context.ts';
import type { Handlers } from '../../../electron/router/handlers.ts';
import { createRouter } from '../../../electron/router/router.ts';
import { openApplication } from '../../helpers/application.ts';

const trusted: Sender = { kind: 'trusted', door: 'window' };

describe('the router', () => {
  test('answers what it does not know, what is not ours and what does not fit with typed errors', async () => {
    await using app = await openApplication();
    const ask = (route: unknown, input: unknown, sender: Sender = trusted) =>
      app.application.dispatch(route, input, sender);
    for (const route of ['people.nothing', '__proto__', 'toString', 7, null, undefined, {}]) {
      expect(await ask(route, {})).toMatchObject({ ok: false, error: { code: 'unknown_route' } });
    }
    for (const code of ['forbidden_sender', 'missing_key'] as const) {
      const answer = await ask('app.getStatus', {}, { kind: 'refused', code });
      expect(answer).toMatchObject({ ok: false, error: { code } });
    }
    for (const input of [undefined, null, 'text', [], { id: 7 }, { id: 'no-uuid' }, { id: 'x', more: 1 }]) {
      expect(await ask('people.getStudent', input)).toMatchObject({
        ok: false,
        error: { code: 'bad_input' },
      });
    }
  });

  test('names the fields that do not fit, and never repeats what was typed', async () => {
    await using app = await openApplication();
    const secret = 'Құпия-Аты-Жөні';
    const answer = await app.application.dispatch(
      'people.createStudent',
      { surname: '', notes: [secret] },
      trusted,
    );
    expect(answer).toMatchObject({ ok: false, error: { data: { issues: expect.any(Array) as unknown } } });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(JSON.stringify(answer)).toContain('"surname"');
  });

  test('turns a throwing handler into an error of its own and logs no message', async () => {
    await using app = await openApplication();
    const logged: unknown[] = [];
    const thrown = new Error('Әсел has 55 points');
    const dispatch = createRouter({
      handlers: { 'app.getStatus': () => Promise.reject(thrown) } as unknown as Handlers,
      createContext: () =>
        ({ actor: { id: 'x', name: '', role: 'administrator' } }) as unknown as CommandContext,
      logError: (where, error) => logged.push([where, error]),
    });
    const answer = await dispatch('app.getStatus', {}, trusted);
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('Әсел');
    expect(logged).toEqual([['app.getStatus', thrown]]);
    expect(app.application.getLanguage()).toBe('kk');
  });

  test('has a handler for each route of the registry, and no other', () => {
    const handlers = createHandlers({
      workersUrl: new URL('file:///workers/'),
      backups: {},
    } as unknown as Parameters<typeof createHandlers>[0]);
    expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(registry).toSorted());
  });

  test('gives every query an answer that fits its output, also in an empty college', async () => {
    await using app = await openApplication({ printPdf: () => Promise.resolve(Buffer.from('%PDF-')) });
    const queries = (Object.keys(registry) as RouteName[]).filter((name) => registry[name].kind === 'query');
    const answered: string[] = [];
    for (const name of queries) {
      if (!registry[name].input.safeParse({}).success) continue;
      const answer = await app.application.dispatch(name, {}, trusted);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
      const parsed = registry[name].output.safeParse(answer.data);
      expect(parsed.error?.issues, name).toBeUndefined();
      answered.push(name);
    }
    expect(answered).toContain('progress.overview');
  });
});
