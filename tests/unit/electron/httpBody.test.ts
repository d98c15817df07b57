import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonDepth, parseBody } from '../../../electron/router/httpBody.ts';
import { allowedAuthorities, authority, sameKey } from '../../../electron/router/httpGuard.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((child: unknown) => depthOf(child)))
    : 0;

describe('parseBody', () => {
  it('takes nothing for an empty input', () => {
    expect(parseBody(bytes(''))).toEqual({ kind: 'input', input: {} });
  });

  it('reads any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseBody(bytes(text))).toEqual({ kind: 'input', input: JSON.parse(text) as unknown });
      }),
    );
  });

  it.each([
    ['text', 'hello'],
    ['half', '{"a":'],
    ['two', '{}{}'],
    ['a deep array', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a deep object', '{"a":'.repeat(70) + '1' + '}'.repeat(70)],
    ['a prototype', '{"__proto__":{"admin":true}}'],
    ['a hidden prototype', '{"a":[{"\\u005f_proto__":1}]}'],
  ])('refuses %s', (_name, text) => {
    expect(parseBody(bytes(text)).kind).toBe('malformed');
    expect({}).not.toHaveProperty('admin');
  });

  it('refuses what is not UTF-8', () => {
    expect(parseBody(Buffer.from([0x22, 0xff, 0xfe, 0x22])).kind).toBe('malformed');
  });
});

describe('jsonDepth', () => {
  it('counts as a walk through the value does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
        expect(jsonDepth(bytes(JSON.stringify(value)))).toBe(depthOf(value));
      }),
    );
  });

  it('is not deceived by brackets in text', () => {
    expect(jsonDepth(bytes('{"a":"[[[[\\"[[[\\\\"}'))).toBe(1);
  });
});

it('compares keys', () => {
  expect(sameKey('abc', 'abc')).toBe(true);
  expect(sameKey('abc', 'abd')).toBe(false);
  expect(sameKey('', 'abc')).toBe(false);
  expect(sameKey('abc'.repeat(10_000), 'abc')).toBe(false);
});

it('knows the names under which it may be called', () => {
  expect([...allowedAuthorities('127.0.0.1', 80)]).toEqual(['127.0.0.1:80', 'localhost:80']);
  expect([...allowedAuthorities('0.0.0.0', 80)]).toContain('127.0.0.1:80');
  expect(authority('::1', 80)).toBe('[::1]:80');
});
