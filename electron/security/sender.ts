import type { Sender } from '../router/call.ts';

/** Scheme and host of the page in the desktop app: nothing else may call. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://shyng`;

/** What is looked at of the frame that sent a message. */
export interface CallingFrame {
  url: string;
  /** Null for the top frame of a window. */
  parent: unknown;
}

/**
 * Origin of an address as scheme and authority. `URL.origin` is of no use: it says "null" for a scheme of one's own.
 * @returns null when it is no address
 */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
}

/**
 * The first gate of the window's door: only the top frame, only our own origin.
 * @param frame null when the frame has gone already
 */
export function judgeFrame(frame: CallingFrame | null, ownOrigin: string): Sender {
  const trusted = frame !== null && frame.parent === null && originOf(frame.url) === ownOrigin;
  return trusted ? { kind: 'trusted', door: 'window' } : { kind: 'refused', code: 'forbidden_sender' };
}

/**
 * Whether an address may be handed to the system's browser: only https, no name or password hidden in it, of a
 * length that a system accepts.
 */
export function isSafeExternalUrl(address: string): boolean {
  if (address.length > 2048 || !URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '';
}
