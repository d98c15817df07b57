import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createQueryClient } from './app/createQueryClient.ts';
import { styleNonce } from './app/nonce.ts';
import { offerUndo } from './app/offerUndo.tsx';
import { printInLight } from './app/printInLight.ts';
import { StartFailure } from './app/StartFailure.tsx';
import { createPageClient } from './client/client.ts';
import { routeKey } from './client/queries.ts';
import { errorSentence } from './i18n/errorSentence.ts';
import { chooseLanguage } from './i18n/languages.ts';
import { startI18n } from './i18n/setup.ts';
import { notify } from './ui/notify.ts';

declare global {
  /** Read by the library that locks scrolling behind a dialog, for the style tag it makes. */
  var __webpack_nonce__: string | undefined;
}

/** Preferences first, then their language, then the page: nobody sees a flash of another language or theme. */
async function start(container: HTMLElement): Promise<void> {
  globalThis.__webpack_nonce__ = styleNonce();
  printInLight(window);
  const root = createRoot(container);
  const client = createPageClient(window);
  // Main is listened to before anything is asked of it: no change is missed between the two.
  client.subscribe(() => undefined);
  try {
    const status = await client.call('app.getStatus', {});
    await startI18n(status.preferences.language);
    const queryClient = createQueryClient({
      onFailure: (error) =>
        notify({ id: error.message, tone: 'bad', message: errorSentence(i18next.t, error) }),
      onUndoable: () => void offerUndo(client, i18next.t),
    });
    queryClient.setQueryData(routeKey('app.getStatus', {}), status);
    const { theme } = status.preferences;
    root.render(
      <StrictMode>
        <App client={client} queryClient={queryClient} colorScheme={theme === 'system' ? 'auto' : theme} />
      </StrictMode>,
    );
  } catch (error) {
    await startI18n(chooseLanguage(navigator.languages));
    root.render(<StartFailure error={error} />);
  }
}

const container = document.getElementById('root');
if (container) void start(container);
