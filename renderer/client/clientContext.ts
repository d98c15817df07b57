import { createContext, useContext } from 'react';
import type { Client } from './client.ts';

/** Where the client is found; given by ClientProvider. */
export const ClientContext = createContext<Client | null>(null);

/**
 * The client itself, for calls that are neither a query on the screen nor a command of a button.
 * @throws outside of ClientProvider
 */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient is used outside of ClientProvider');
  return client;
}
