import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { applyEvent } from './applyEvent.ts';
import type { Client } from './client.ts';
import { ClientContext } from './clientContext.ts';

interface ClientProviderProps {
  client: Client;
  queryClient: QueryClient;
  children: ReactNode;
}

/** Gives screens their client and keeps queries fresh by the events of main. */
export function ClientProvider({ client, queryClient, children }: ClientProviderProps): ReactNode {
  useEffect(() => client.subscribe((event) => applyEvent(queryClient, event)), [client, queryClient]);
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ClientContext>
  );
}
