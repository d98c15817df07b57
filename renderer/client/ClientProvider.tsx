import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useToday } from '../i18n/useToday.ts';
import { applyEvent } from './applyEvent.ts';
import type { Client } from './client.ts';
import { ClientContext } from './clientContext.ts';

interface ClientProviderProps {
  client: Client;
  queryClient: QueryClient;
  children: ReactNode;
}

/** What is late, due or counted back from today is asked for again when the next day begins. */
function useAskAgainEachDay(queryClient: QueryClient): void {
  const today = useToday();
  const asked = useRef(today);
  useEffect(() => {
    if (asked.current === today) return;
    asked.current = today;
    void queryClient.invalidateQueries();
  }, [queryClient, today]);
}

/** Gives screens their client and keeps queries fresh by the events of main. */
export function ClientProvider({ client, queryClient, children }: ClientProviderProps): ReactNode {
  useEffect(() => client.subscribe((event) => applyEvent(queryClient, event)), [client, queryClient]);
  useAskAgainEachDay(queryClient);
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ClientContext>
  );
}
