import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Sender } from './call.ts';

/** Whether an address means all addresses of this machine. */
export function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** @returns the authority for a URL: brackets around an IPv6 address */
export function authority(host: string, port: number): string {
  return `${bracketed(host)}:${port}`;
}

/**
 * The names under which the door may be called. Anything else is a page of someone else's whose name was pointed at
 * this machine (DNS rebinding).
 * @param host the address that the door listens on
 */
export function allowedAuthorities(host: string, port: number): Set<string> {
  const names = ['127.0.0.1', 'localhost', host];
  if (isAnyAddress(host)) {
    for (const addresses of Object.values(networkInterfaces())) {
      names.push(...(addresses ?? []).map(({ address }) => address));
    }
  }
  return new Set(names.map((name) => authority(name, port).toLowerCase()));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether two keys are the same, in a time that does not tell how much of them agrees. */
export function sameKey(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** Whether the request came to one of our own names and, when a page sent it, from our own page. */
export function isOwnOrigin(headers: IncomingHttpHeaders, allowed: ReadonlySet<string>): boolean {
  const host = headers.host?.toLowerCase();
  if (host === undefined || !allowed.has(host)) return false;
  return headers.origin === undefined || headers.origin.toLowerCase() === `http://${host}`;
}

/** The first gate of the browser's door: our own name and origin, and the key. */
export function judgeRequest(
  headers: IncomingHttpHeaders,
  allowed: ReadonlySet<string>,
  key: string,
): Sender {
  if (!isOwnOrigin(headers, allowed)) return { kind: 'refused', code: 'forbidden_sender' };
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given === undefined || !sameKey(given, key)) return { kind: 'refused', code: 'missing_key' };
  return { kind: 'trusted', door: 'browser' };
}
