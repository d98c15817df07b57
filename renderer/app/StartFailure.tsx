import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState.tsx';
import { styleNonce } from './nonce.ts';
import { resolveVariables, theme } from './theme.ts';

/** In place of the program when main cannot be reached at the start. */
export function StartFailure({ error }: { error: unknown }): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <main>
        <ErrorState error={error} onRetry={() => window.location.reload()} />
      </main>
    </MantineProvider>
  );
}
