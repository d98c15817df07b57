import { createContext, use } from 'react';

/** The day that charts which stand together look at. */
export interface ChartCursor {
  /** Day number; null: nothing is read. */
  day: number | null;
  setDay: (day: number | null) => void;
}

const NONE: ChartCursor = { day: null, setDay: () => undefined };

/** Charts inside one provider share their cursor; a chart alone has none. */
export const ChartCursorContext = createContext<ChartCursor>(NONE);

/** The shared cursor. */
export function useChartCursor(): ChartCursor {
  return use(ChartCursorContext);
}
