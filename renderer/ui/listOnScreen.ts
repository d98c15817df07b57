import { useEffect, useId } from 'react';
import type { RefObject } from 'react';
import { create } from 'zustand';
import { cellValue } from './cellText.ts';
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

/** Text of a cell, and what stands in its fields. */
function textOf(cell: HTMLTableCellElement): string {
  const fields = [
    ...cell.querySelectorAll<HTMLInputElement>('input:not([type=checkbox],[type=hidden]), textarea'),
  ];
  return [cell.innerText, ...fields.map(({ value }) => value)].join(' ');
}

/** Makes a table of few rows known while it is on the screen; it is read as it stands there. Columns without a head hold buttons. */
export function useTableOnScreen(
  label: string,
  table: RefObject<HTMLTableElement | null>,
  isEmpty: boolean,
): void {
  const id = useId();
  useEffect(() => {
    if (isEmpty) return undefined;
    const { add, remove } = useListsOnScreen.getState();
    add({
      id,
      label,
      read: () => {
        const heads = [...(table.current?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.innerText.trim());
        const rows = [...(table.current?.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map(textOf));
        const isKept = (_: unknown, column: number): boolean => heads[column] !== '';
        return {
          headers: heads.filter(isKept),
          rows: rows.map((row) => row.filter(isKept).map(cellValue)),
        };
      },
    });
    return () => remove(id);
  }, [id, label, table, isEmpty]);
}
