interface Extent {
  count: number;
  /** Rows that a page up or down moves by. */
  page: number;
}

/** Where a key moves the active row; null for a key that is none of the grid's, or without rows. */
export function nextRow(key: string, current: number, { count, page }: Extent): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  if (target === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, target));
}
