import { randomBytes } from 'node:crypto';

/** What the built page carries where the nonce of one answer goes (`<meta name="csp-nonce">` of renderer/index.html). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** A new nonce: 128 random bits as base64url, used for one answer only. */
export function createNonce(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * The policy of the page, the same at both doors. No script but our own files, nothing from elsewhere, nothing inline;
 * the style tags that the component library makes at run time carry the nonce. Style attributes are only set through
 * the object model, which a policy does not concern.
 */
export function buildCsp(nonce: string): string {
  const directives = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'frame-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** Headers that every answer of either door carries, whatever it holds. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};
