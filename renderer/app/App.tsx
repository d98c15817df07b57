import { MantineProvider } from '@mantine/core';
import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { AccessProvider } from '../client/Allowed.tsx';
import { ClientProvider } from '../client/ClientProvider.tsx';
import { PaperProvider } from '../client/PaperProvider.tsx';
import type { Client } from '../client/client.ts';
import { styleNonce } from './nonce.ts';
import { Shell } from './shell/Shell.tsx';
import { resolveVariables, theme } from './theme.ts';

interface AppProps {
  client: Client;
  queryClient: QueryClient;
  colorScheme: MantineColorScheme;
}

/** The theme is kept with the preferences in main, not in the page: this manager only holds it. */
function createSchemeManager(initial: MantineColorScheme): MantineColorSchemeManager {
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      current = value;
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => undefined,
  };
}

/** Everything that stands around the pages. */
export function App({ client, queryClient, colorScheme }: AppProps): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme={colorScheme}
      colorSchemeManager={createSchemeManager(colorScheme)}
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-right" limit={4} />
      <ClientProvider client={client} queryClient={queryClient}>
        <Router hook={useHashLocation}>
          <AccessProvider>
            <PaperProvider>
              <Shell />
            </PaperProvider>
          </AccessProvider>
        </Router>
      </ClientProvider>
    </MantineProvider>
  );
}
