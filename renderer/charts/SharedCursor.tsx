import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ChartCursorContext } from './chartCursor.ts';

/** What is read in one of the charts inside is marked in the others on the same day. */
export function SharedCursor({ children }: { children: ReactNode }): ReactNode {
  const [day, setDay] = useState<number | null>(null);
  const cursor = useMemo(() => ({ day, setDay }), [day]);
  return <ChartCursorContext value={cursor}>{children}</ChartCursorContext>;
}
