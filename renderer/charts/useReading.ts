import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { moveReading } from './reading.ts';

interface ReadingOptions {
  count: number;
  /** Enter, and a click on what is read. */
  onOpen?: ((index: number) => void) | undefined;
  /** Told whenever something else is read, or nothing any more. */
  onActive?: ((index: number | null) => void) | undefined;
}

/** Which of its points a chart shows in words, moved by keys or by the pointer. */
export interface Reading {
  /** Null: nothing is read now. */
  active: number | null;
  setActive: (index: number | null) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Keeps the reading position of a chart: arrows, PageUp, PageDown, Home, End move, Enter opens, Escape closes. */
export function useReading({ count, onOpen, onActive }: ReadingOptions): Reading {
  const [chosen, setChosen] = useState<number | null>(null);
  const setActive = (index: number | null): void => {
    setChosen(index);
    if (index !== chosen) onActive?.(index);
  };
  const active = chosen !== null && chosen < count ? chosen : null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && active !== null) {
      event.stopPropagation();
      setActive(null);
      return;
    }
    if (event.key === 'Enter' && active !== null && onOpen) {
      event.preventDefault();
      onOpen(active);
      return;
    }
    const next = moveReading(event.key, active, count);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };
  return { active, setActive, onKeyDown };
}
