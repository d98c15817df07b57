import { describe, expect, it } from 'vitest';
import { buildCsp, createNonce } from '../../../../electron/security/csp.ts';
import { APP_ORIGIN, isSafeExternalUrl, judgeFrame } from '../../../../electron/security/sender.ts';
import { isAllowedRequest } from '../../../../electron/security/sessionRules.ts';

describe('judgeFrame', () => {
  const top = (url: string) => judgeFrame({ url, parent: null }, APP_ORIGIN);

  it('trusts the top frame of our own origin', () => {
    expect(top('app://shyng/')).toEqual({ kind: 'trusted', door: 'window' });
    expect(top('app://shyng/students/1?x=1#y')).toEqual({ kind: 'trusted', door: 'window' });
  });

  it.each([
    'app://shyng.evil/',
    'app://evil/',
    'app://shyng@evil/',
    'https://shyng/',
    'file:///app://shyng/',
    'about:blank',
    'data:text/html,app://shyng/',
    'blob:app://shyng/1',
    '',
    'not an address',
  ])('refuses %s', (url) => {
    expect(top(url)).toEqual({ kind: 'refused', code: 'forbidden_sender' });
  });

  it('refuses a frame inside ours, and one that has gone', () => {
    expect(judgeFrame({ url: 'app://shyng/', parent: {} }, APP_ORIGIN).kind).toBe('refused');
    expect(judgeFrame(null, APP_ORIGIN).kind).toBe('refused');
  });
});

describe('isSafeExternalUrl', () => {
  it('lets https through', () => {
    expect(isSafeExternalUrl('https://worldskills.org/')).toBe(true);
  });

  it.each([
    'http://worldskills.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id',
    'https://user:pw@evil.example/',
    'https://user@evil.example/',
    `https://evil.example/${'a'.repeat(3000)}`,
    'https://',
    '',
  ])('holds back %s', (url) => {
    expect(isSafeExternalUrl(url)).toBe(false);
  });
});

describe('isAllowedRequest', () => {
  it('knows only our own scheme, and the development server when there is one', () => {
    expect(isAllowedRequest('app://shyng/index.html', null)).toBe(true);
    expect(isAllowedRequest('https://example.com/', null)).toBe(false);
    expect(isAllowedRequest('http://localhost:5173/main.tsx', null)).toBe(false);
    expect(isAllowedRequest('http://localhost:5173/main.tsx', 'http://localhost:5173')).toBe(true);
    expect(isAllowedRequest('ws://localhost:5173/', 'http://localhost:5173')).toBe(true);
    expect(isAllowedRequest('nonsense', null)).toBe(false);
  });
});

describe('buildCsp', () => {
  const policy = buildCsp('abc');

  it('allows nothing inline, no eval, nothing from elsewhere', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('has nonces that differ', () => {
    expect(new Set(Array.from({ length: 100 }, createNonce)).size).toBe(100);
  });
});
