import { createContext } from 'react';

/**
 * Whether who works now may send a command; everything where nobody says otherwise. Primitives that send something ask
 * it, so that a form that may not be sent cannot be filled in either.
 */
export const CommandAccess = createContext<(command: string) => boolean>(() => true);
