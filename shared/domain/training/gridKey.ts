/** What of a key event decides which character it types. */
export interface PressedKey {
  key: string;
  /** Place of the key on the keyboard, for example `Digit1`. */
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const DIGIT_CODE = /^Digit(\d)$/;
const DASH_CODES = new Set(['Minus', 'NumpadSubtract']);
const DECIMAL_CODES = new Set(['Comma', 'Period', 'NumpadDecimal']);

function byPlace({ code, shiftKey }: PressedKey): string | null {
  const digit = DIGIT_CODE.exec(code)?.[1];
  if (digit !== undefined) return shiftKey ? null : digit;
  if (code === 'NumpadAdd') return '+';
  if (code === 'Equal') return shiftKey ? '+' : '=';
  if (DASH_CODES.has(code)) return '-';
  return DECIMAL_CODES.has(code) && !shiftKey ? ',' : null;
}

/** Characters that mean the same wherever a layout has them. */
const WRITTEN = new Set(['+', '-', '=', ',', '.']);

const isDigit = (character: string | null): boolean => character !== null && /^\d$/.test(character);

/** AltGr is told as Ctrl with Alt. */
const isAltGr = (pressed: PressedKey): boolean => pressed.ctrlKey && pressed.altKey;

const isShortcut = (pressed: PressedKey): boolean =>
  pressed.metaKey || (!isAltGr(pressed) && (pressed.ctrlKey || pressed.altKey));

/**
 * The character that a key types into a mark: a digit, a decimal sign, `+`, `-` or `=`; null for every other key.
 * The Kazakh layout has letters where others have digits and the Russian one has letters where others have comma and
 * point, so the place of the key counts where its character says nothing.
 */
export function markCharacter(pressed: PressedKey): string | null {
  if (isShortcut(pressed)) return null;
  if (isDigit(pressed.key)) return pressed.key;
  // Names such as `Delete` are no characters: the number pad sends them while Num Lock is off.
  if (isAltGr(pressed) || pressed.key.length !== 1) return null;
  const placed = byPlace(pressed);
  return WRITTEN.has(pressed.key) && !isDigit(placed) ? pressed.key : placed;
}
