import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

interface SheetWindowOptions {
  frame: RefObject<HTMLElement | null>;
  count: number;
  /** Pixels. */
  rowHeight: number;
  /** Stays in the page even when scrolled away, so that the keyboard's place is never lost. */
  active: number;
}

interface SheetWindow {
  items: readonly { index: number; top: number }[];
  /** Pixels. */
  totalHeight: number;
  /** Pixels of the frame. */
  frameHeight: number;
  frameWidth: number;
}

const OVERSCAN = 8;

/** Which rows of the grid are in the page: those in view, a few around them, and the active one. */
export function useSheetWindow({ frame, count, rowHeight, active }: SheetWindowOptions): SheetWindow {
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only, never handed on
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (active >= count || inView.includes(active)) return inView;
      return [...inView, active].sort((a, b) => a - b);
    },
  });
  // Rows are all as high as each other: where they stand follows from their number, also right after the height changed.
  return {
    items: virtualizer.getVirtualItems().map(({ index }) => ({ index, top: index * rowHeight })),
    totalHeight: count * rowHeight,
    frameHeight: virtualizer.scrollRect?.height ?? 0,
    frameWidth: virtualizer.scrollRect?.width ?? 0,
  };
}
