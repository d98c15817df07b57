import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

interface RowWindowOptions {
  frame: RefObject<HTMLElement | null>;
  count: number;
  /** Pixels. */
  rowHeight: number;
  /** Stays in the page even when scrolled away, so that the keyboard's place is never lost. */
  active: number;
}

interface RowWindow {
  items: readonly { index: number; top: number }[];
  /** Pixels. */
  totalHeight: number;
  /** Whole rows that fit into the frame. */
  pageSize: number;
  scrollTo: (index: number) => void;
}

const OVERSCAN = 6;
/** Height of the sticky header, pixels. */
const HEAD = 38;

/** Which rows of a long list are in the page: those in view, a few around them, and the active one. */
export function useRowWindow({ frame, count, rowHeight, active }: RowWindowOptions): RowWindow {
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only, never handed on
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (active >= count || inView.includes(active)) return inView;
      return [...inView, active].sort((a, b) => a - b);
    },
  });
  const frameHeight = virtualizer.scrollRect?.height ?? 0;
  return {
    items: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start })),
    totalHeight: virtualizer.getTotalSize(),
    pageSize: Math.max(1, Math.floor((frameHeight - HEAD) / rowHeight)),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
}
