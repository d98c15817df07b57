import { protocol, type Session } from 'electron';
import { APP_ORIGIN, APP_SCHEME, originOf } from './sender.ts';
import { answerStatic } from './staticFiles.ts';

/** Makes `app:` a standard, secure scheme. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built page under `app://shyng/`. Other hosts of the scheme do not exist.
 * @param folder absolute path of the built renderer
 */
export function serveAppScheme(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (originOf(request.url) !== APP_ORIGIN || request.method !== 'GET') {
      return new Response('Not found\n', { status: 404 });
    }
    const answer = await answerStatic(folder, new URL(request.url).pathname);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  });
}
