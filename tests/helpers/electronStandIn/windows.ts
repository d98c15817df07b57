/** What the app needs to know of a window when it quits. */
export interface Closable {
  close(): void;
}

/** The windows that are open, by id. */
export const openWindows = new Map<number, Closable>();
