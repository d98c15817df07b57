import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ColumnDef, Row as TableRow, RowData } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useCompareText } from '../i18n/useLanguage.ts';
import type { GridColumn, GridSort } from './gridTypes.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

/** Orders two values of a column: text by the alphabet, numbers by size, nothing last. */
export function compareValues(
  a: string | number | null,
  b: string | number | null,
  compareText: (a: string, b: string) => number,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a), String(b));
}

interface GridRows<Row> {
  sorted: readonly Row[];
  sort: GridSort | null;
  /** Ascending, then descending, then ascending again. */
  toggleSort: (columnId: string) => void;
}

/** Rows of a grid in the chosen order. */
export function useGridRows<Row extends RowData>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  initial: GridSort | null,
): GridRows<Row> {
  const compareText = useCompareText();
  const [sort, setSort] = useState<GridSort | null>(initial);
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<Features, Row> => ({
        id: column.id,
        // Nothing is told by undefined, which stays last in either direction.
        accessorFn: (row) => column.value(row) ?? undefined,
        sortUndefined: 'last',
        sortFn: (a: TableRow<Features, Row>, b: TableRow<Features, Row>) =>
          compareValues(column.value(a.original), column.value(b.original), compareText),
      })),
    [columns, compareText],
  );
  const state = useMemo(
    () => ({ sorting: sort === null ? [] : [{ id: sort.id, desc: sort.descending }] }),
    [sort],
  );
  const table = useTable({ features, columns: definitions, data: rows, state });
  const model = table.getRowModel();
  const sorted = useMemo(() => model.rows.map((row) => row.original), [model]);
  const toggleSort = (id: string): void =>
    setSort((before) => ({ id, descending: before?.id === id && !before.descending }));
  return { sorted, sort, toggleSort };
}
