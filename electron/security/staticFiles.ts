import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { NONCE_PLACEHOLDER, buildCsp, createNonce, securityHeaders } from './csp.ts';

/** What a door answers a request for a file of the page with. */
export interface StaticAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** Types of the files a build makes. A file of another kind is not served as something a page could run. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Vite puts a hash of the content into these names: what is stored under one never changes. */
const HASHED = /^assets\/.+-[\w-]{8,}\.[a-z0-9]+$/;

/** @returns the media type for a file name; bytes without meaning when the ending is not one of ours */
export function typeOf(fileName: string): string {
  return TYPES[extname(fileName).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file that a request's path means, inside the folder.
 * @param pathname path of the URL, still percent-encoded
 * @returns the path relative to the folder with `/` between names, or null when it points outside or is malformed
 */
export function containedPath(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A backslash separates folders on Windows, a colon names a drive or a stream there.
  if (/[\0\\:]/.test(decoded)) return null;
  const found = relative(folder, resolve(folder, `.${decoded.startsWith('/') ? '' : '/'}${decoded}`));
  if (found === '..' || found.startsWith(`..${sep}`) || isAbsolute(found)) return null;
  return found.split(sep).join('/');
}

/** Cache rules: hashed files for ever, the page itself never, the rest after asking. */
export function cacheRule(file: string): string {
  if (file === 'index.html') return 'no-store';
  return HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

const plain = (status: number, text: string): StaticAnswer => ({
  status,
  headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: new TextEncoder().encode(`${text}\n`),
});

function page(html: Buffer): StaticAnswer {
  const nonce = createNonce();
  return {
    status: 200,
    headers: {
      ...securityHeaders,
      'Content-Type': typeOf('index.html'),
      'Cache-Control': cacheRule('index.html'),
      'Content-Security-Policy': buildCsp(nonce),
    },
    body: new TextEncoder().encode(html.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)),
  };
}

/**
 * Answers for the files of the built page; used by both doors. A path without an ending is a screen of the page
 * (its router knows it), so the page itself is the answer.
 * @param folder absolute path of the built renderer
 * @param pathname path of the URL, still percent-encoded
 */
export async function answerStatic(folder: string, pathname: string): Promise<StaticAnswer> {
  const contained = containedPath(folder, pathname);
  if (contained === null) return plain(400, 'Bad path');
  const file = extname(contained) === '' ? 'index.html' : contained;
  let content: Buffer<ArrayBuffer>;
  try {
    content = await readFile(resolve(folder, file));
  } catch {
    return plain(404, 'Not found');
  }
  // Whatever the letter case a file system accepts: a document never leaves without its policy.
  if (extname(file).toLowerCase() === '.html') return page(content);
  return {
    status: 200,
    headers: { ...securityHeaders, 'Content-Type': typeOf(file), 'Cache-Control': cacheRule(file) },
    body: content,
  };
}
