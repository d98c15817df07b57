import { expect, it } from 'vitest';
import { takeAccessKey } from '../../../../renderer/client/accessKey.ts';

/** As much of a window as the key needs. */
function pageAt(href: string, stored: Map<string, string>): { page: Window; shown: string[] } {
  const shown: string[] = [];
  const page = {
    location: { href },
    history: { replaceState: (_state: unknown, _title: string, url: URL) => shown.push(url.href) },
    sessionStorage: {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => stored.set(name, value),
    },
  };
  return { page: page as unknown as Window, shown };
}

it('takes the key once, removes it from the address and keeps it for the tab', () => {
  const stored = new Map<string, string>();
  const first = pageAt('http://127.0.0.1:5/?key=abc#/students', stored);
  expect(takeAccessKey(first.page)).toBe('abc');
  expect(first.shown).toEqual(['http://127.0.0.1:5/#/students']);
  expect(takeAccessKey(pageAt('http://127.0.0.1:5/', stored).page)).toBe('abc');
});

it('answers with nothing when there is no key', () => {
  expect(takeAccessKey(pageAt('http://127.0.0.1:5/', new Map()).page)).toBe('');
});
