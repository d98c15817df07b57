/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is remembered of the window between two starts. */
export interface WindowState extends Rectangle {
  maximized: boolean;
}

export const MINIMUM = { width: 900, height: 600 } as const;
const USUAL = { width: 1360, height: 860 } as const;
/** So much of the window must lie on a display that a person can find and drag it. */
const VISIBLE = { width: 160, height: 80 } as const;

const overlap = (a: number, aLength: number, b: number, bLength: number) =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b);

/** Whether enough of the window lies on the display, its top edge included (there it is dragged). */
function isReachable(window: Rectangle, area: Rectangle): boolean {
  const isTopInside = window.y >= area.y && window.y <= area.y + area.height - VISIBLE.height;
  return isTopInside && overlap(window.x, window.width, area.x, area.width) >= VISIBLE.width;
}

const fit = (length: number, minimum: number, room: number) =>
  Math.min(Math.max(length, minimum), Math.max(room, 1));

/** The size wanted, as far as the display has room for it. */
const fitted = (wanted: { width: number; height: number }, area: Rectangle) => ({
  width: fit(wanted.width, MINIMUM.width, area.width),
  height: fit(wanted.height, MINIMUM.height, area.height),
});

function centred(wanted: { width: number; height: number }, area: Rectangle): Rectangle {
  const { width, height } = fitted(wanted, area);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/**
 * Where the window opens: where it was, when that is still on a display, else in the middle of the first one.
 * @param remembered null at the first start
 * @param workAreas of the displays that are there now, the primary one first; never empty
 */
export function chooseBounds(remembered: WindowState | null, workAreas: readonly Rectangle[]): WindowState {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...USUAL };
  if (remembered === null) return { ...centred(USUAL, primary), maximized: false };
  for (const area of workAreas) {
    const there = { ...remembered, ...fitted(remembered, area) };
    if (isReachable(there, area)) return there;
  }
  return { ...centred(remembered, primary), maximized: remembered.maximized };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** Reads what was remembered; anything that is not a window's state is as good as nothing. */
export function parseWindowState(text: string): WindowState | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximized } = value as Partial<Record<keyof WindowState, unknown>>;
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null;
  if (width <= 0 || height <= 0) return null;
  return { x, y, width, height, maximized: maximized === true };
}
