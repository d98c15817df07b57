import type { IncomingMessage } from 'node:http';

/** A file of 15 MB travels as 20 MB of base64; the rest is room. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** No input of the contract nests deeper than a few levels. */
export const MAX_JSON_DEPTH = 64;

/** What reading a body came to. */
export type Body =
  { kind: 'input'; input: unknown } | { kind: 'too_large' } | { kind: 'malformed'; reason: string };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
// Setting this bit makes a bracket the brace of the same side.
const BRACKET_TO_BRACE = 0x20;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** @returns how deep brackets nest outside of strings; stops counting one above the limit */
export function jsonDepth(bytes: Uint8Array, limit: number = MAX_JSON_DEPTH): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length && deepest <= limit; at++) {
    const byte = bytes[at] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if ((byte | BRACKET_TO_BRACE) === OPENING_BRACE) deepest = Math.max(deepest, ++depth);
    else if ((byte | BRACKET_TO_BRACE) === CLOSING_BRACE) depth--;
  }
  return deepest;
}

/** Whether any object inside has a key that would reach for a prototype when someone copies it carelessly. */
function hasPrototypeKey(value: unknown): boolean {
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === null || typeof next !== 'object') continue;
    if (Object.hasOwn(next, '__proto__')) return true;
    for (const child of Object.values(next)) if (child !== null && child !== undefined) open.push(child);
  }
  return false;
}

/** Reads text as an input: nothing at all stands for an empty one. */
export function parseBody(bytes: Buffer): Body {
  if (bytes.length === 0) return { kind: 'input', input: {} };
  if (jsonDepth(bytes) > MAX_JSON_DEPTH) return { kind: 'malformed', reason: 'The body nests too deep' };
  let input: unknown;
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { kind: 'malformed', reason: 'The body is not JSON in UTF-8' };
  }
  return hasPrototypeKey(input)
    ? { kind: 'malformed', reason: 'The body has a key __proto__' }
    : { kind: 'input', input };
}

/**
 * Reads a request's body, counting while it comes: what is too large is not kept.
 * @returns null when the caller went away before the end
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { kind: 'too_large' };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) return { kind: 'too_large' };
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return parseBody(Buffer.concat(chunks));
}
