import { useEffect, useState } from 'react';
import type { RefCallback } from 'react';
import { flushSync } from 'react-dom';

/** Width of an A4 sheet between its margins, in CSS pixels: charts are drawn anew for paper, not squeezed. */
const PAPER_WIDTH = 690;

/**
 * Width that a chart may take: that of its frame, and while printing that of the paper.
 * @returns a ref for the frame, and the width in pixels; 0 until it is known
 */
export function usePlotWidth(): [RefCallback<HTMLElement>, number] {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (frame === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frame]);
  useEffect(() => {
    // The sheet is laid out as soon as the event is over: the chart has to be there by then.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return [setFrame, isPrinting ? Math.min(width, PAPER_WIDTH) : width];
}
