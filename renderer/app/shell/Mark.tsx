import type { ReactNode } from 'react';

/** The mark of the program: a summit whose top is still hot from the forge. */
export function Mark({ size = 28 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path d="M3 26 13 8.2a1.9 1.9 0 0 1 3.3 0L19.9 15l1.9-2.9a1.9 1.9 0 0 1 3.2.1L31 26z" fill="#dceaf1" />
      <path d="m13 8.2-3.1 5.5 2.9 2 2.2-1.9 2 1.9 2-1.7L16.3 8.2a1.9 1.9 0 0 0-3.3 0z" fill="#ea9440" />
    </svg>
  );
}
