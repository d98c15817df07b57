import { useEffect } from 'react';

/**
 * Gives the focus back to where it was when the component came into the page, once it has gone again: a dialog that is
 * only there while it is open must not leave the keyboard without a place.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // What took the focus on purpose meanwhile keeps it.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
}
