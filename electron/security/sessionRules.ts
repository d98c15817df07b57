import type { Session } from 'electron';
import { APP_SCHEME } from './sender.ts';

/** What a page may load at all. `devtools:` is only there while developing. */
const LOCAL_SCHEMES = new Set([`${APP_SCHEME}:`, 'blob:', 'data:', 'devtools:', 'chrome-extension:']);

/**
 * Whether the page may ask for this address: the program makes no network call that the user did not ask for.
 * @param devServer origin of the development server, when there is one
 */
export function isAllowedRequest(address: string, devServer: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (LOCAL_SCHEMES.has(url.protocol)) return true;
  return devServer !== null && url.host === new URL(devServer).host;
}

/** Denies every permission and every request that leaves the machine, for all pages of the session. */
export function restrictSession(session: Session, devServer: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details.url, devServer) }),
  );
}
