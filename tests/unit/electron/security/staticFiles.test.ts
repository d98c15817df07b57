import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NONCE_PLACEHOLDER } from '../../../../electron/security/csp.ts';
import { answerStatic, cacheRule, containedPath, typeOf } from '../../../../electron/security/staticFiles.ts';

const base = mkdtempSync(join(tmpdir(), 'shyng-static-'));
const folder = join(base, 'renderer');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<meta nonce="${NONCE_PLACEHOLDER}"><p>${NONCE_PLACEHOLDER}</p>`);
  writeFileSync(join(folder, 'assets', 'index-D4Cwo5q6.js'), 'let a;');
  writeFileSync(join(base, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe('containedPath', () => {
  it.each([
    ['/', ''],
    ['/assets/a.js', 'assets/a.js'],
    ['/a/../b.js', 'b.js'],
    ['/%D2%9B.svg', 'қ.svg'],
  ])('%s is %s', (pathname, expected) => {
    expect(containedPath(folder, pathname)).toBe(expected);
  });

  it.each([
    '/../secret.txt',
    '/..',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/C:/windows/win.ini',
    '/index.html::$DATA',
    '/a%00.js',
    '/%zz',
    '/%c0%ae%c0%ae/secret.txt',
  ])('%s is refused', (pathname) => {
    expect(containedPath(folder, pathname)).toBeNull();
  });

  it('never leaves the folder, whatever is asked', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '/',
      '%2f',
      '\\',
      'a',
      'assets',
      '%00',
      '%',
      '~',
      'C:',
      '',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = containedPath(folder, `/${pieces.join('')}`);
        if (found === null) return;
        const target = resolve(folder, found);
        expect(target === folder || target.startsWith(folder + sep)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('answerStatic', () => {
  it('gives the page a nonce of its own each time, the same in its policy', async () => {
    const [one, two] = await Promise.all([answerStatic(folder, '/'), answerStatic(folder, '/')]);
    const nonce = /nonce="([^"]+)"/.exec(text(one.body))?.[1];
    expect(nonce).toMatch(/^[\w-]{22}$/);
    expect(one.headers['Content-Security-Policy']).toContain(`'nonce-${String(nonce)}'`);
    expect(text(one.body)).not.toContain(NONCE_PLACEHOLDER);
    expect(text(one.body)).not.toBe(text(two.body));
  });

  it('answers a path of a screen with the page', async () => {
    const answer = await answerStatic(folder, '/students/018f');
    expect(answer.status).toBe(200);
    expect(answer.headers['Content-Type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['Cache-Control']).toBe('no-store');
  });

  it('lets hashed files be kept for ever', async () => {
    const answer = await answerStatic(folder, '/assets/index-D4Cwo5q6.js');
    expect(answer.headers['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['Cache-Control']).toContain('immutable');
    expect(answer.headers['X-Content-Type-Options']).toBe('nosniff');
  });

  it.each([
    ['/nothing.js', 404],
    ['/../secret.txt', 400],
  ])('%s is answered with %d', async (pathname, status) => {
    const answer = await answerStatic(folder, pathname);
    expect(answer.status).toBe(status);
    expect(text(answer.body)).not.toContain('secret');
  });
});

it('knows types by ending and nothing runnable by accident', () => {
  expect(typeOf('a.woff2')).toBe('font/woff2');
  expect(typeOf('A.JS')).toBe('text/javascript; charset=utf-8');
  expect(typeOf('a.exe')).toBe('application/octet-stream');
  expect(cacheRule('favicon.ico')).toBe('no-cache');
});
