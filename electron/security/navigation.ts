import { shell, type App, type WebContents } from 'electron';
import { isSafeExternalUrl, originOf } from './sender.ts';

interface Refusable {
  preventDefault(): void;
}

function guard(contents: WebContents, ownOrigin: string): void {
  const stayHome = (event: Refusable, url: string) => {
    if (originOf(url) !== ownOrigin) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stayHome(event, event.url));
  contents.on('will-redirect', (event) => stayHome(event, event.url));
  // The page has no frames of its own: one that wants to load something did not come from us.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isSafeExternalUrl(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Keeps every page of the program where it is: no navigation away, no new window, no webview. */
export function guardNavigation(app: App, ownOrigin: string): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, ownOrigin));
}
