import type { ReactNode } from 'react';

/** A column of a DataGrid. */
export interface GridColumn<Row> {
  id: string;
  header: string;
  /** What is sorted by: text in the alphabet of the language, numbers by size; null comes last. */
  value: (row: Row) => string | number | null;
  /** What is shown; without it the value. */
  cell?: (row: Row) => ReactNode;
  /** Pixels, or a CSS track such as `2fr`; `1fr` when left out. */
  width?: number | string;
  /** Pixels below which the grid scrolls sideways rather than squeeze the column. */
  minWidth?: number;
  align?: 'start' | 'end';
  /** False: the header is no button. */
  sortable?: boolean;
}

/** Which column a grid is sorted by. */
export interface GridSort {
  id: string;
  descending: boolean;
}
