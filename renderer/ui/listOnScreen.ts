import { useEffect, useId } from 'react';
import { create } from 'zustand';
import type { GridColumn } from './gridTypes.ts';

/** A list that the page shows now, as a table of values. */
export interface ListOnScreen {
  id: string;
  label: string;
  /** Heads and rows in the order on the screen. */
  read: () => { headers: string[]; rows: (string | number | null)[][] };
}

interface ListStore {
  lists: readonly ListOnScreen[];
  add: (list: ListOnScreen) => void;
  remove: (id: string) => void;
}

/** The lists that are on the screen, so that each of them can be taken along as a file. */
export const useListsOnScreen = create<ListStore>()((set) => ({
  lists: [],
  add: (list) => set(({ lists }) => ({ lists: [...lists.filter(({ id }) => id !== list.id), list] })),
  remove: (id) => set(({ lists }) => ({ lists: lists.filter((list) => list.id !== id) })),
}));

/** Makes a list known while it is on the screen. Columns that hold buttons only are left out. */
export function useListOnScreen<Row>(
  label: string,
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
): void {
  const id = useId();
  useEffect(() => {
    const { add, remove } = useListsOnScreen.getState();
    const told = columns.filter((column) => column.sortable !== false);
    add({
      id,
      label,
      read: () => ({
        headers: told.map(({ header }) => header),
        rows: rows.map((row) => told.map((column) => column.value(row))),
      }),
    });
    return () => remove(id);
  }, [id, label, rows, columns]);
}
