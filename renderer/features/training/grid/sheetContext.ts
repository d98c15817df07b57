import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { SheetController } from './sheetController.ts';
import type { SheetState } from './sheetStore.ts';

/** Where the parts of a grid find what drives it. */
export const SheetContext = createContext<SheetController | null>(null);

/** @throws outside of a score grid */
export function useSheetController(): SheetController {
  const controller = use(SheetContext);
  if (controller === null) throw new Error('useSheetController is used outside of a score grid');
  return controller;
}

/** What of the grid's state a part shows; it is drawn again only when that changes. */
export function useSheetState<T>(select: (state: SheetState) => T): T {
  return useStore(useSheetController().store, select);
}
