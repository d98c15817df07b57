import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { personalFolder } from '../../../electron/dataFolder.ts';
import { describeStartError, parseServeOptions } from '../../../electron/serveOptions.ts';
import { environmentLanguage, interfaceLanguage } from '../../../electron/systemLanguage.ts';
import { readDesktopOptions } from '../../../electron/window/desktopOptions.ts';

describe('parseServeOptions', () => {
  it('reads the command line', () => {
    expect(parseServeOptions(['--data', 'x', '--port', '8080', '--sample', '--language', 'ru'])).toEqual({
      dataFolder: resolve('x'),
      port: 8080,
      language: 'ru',
      sample: true,
      open: false,
    });
  });

  it.each([
    [[]],
    [['--data', 'x', '--port', '-1']],
    [['--data', 'x', '--port', '65536']],
    [['--data', 'x', '--port', '80a']],
    [['--data', 'x', '--what']],
    [['--data', 'x', 'more']],
  ])('refuses %j in one line', (argv) => {
    expect(() => parseServeOptions(argv)).toThrow(/^[^\n]+$/);
  });
});

it('says in one line why the start failed', () => {
  const failed = (code: string) => describeStartError(Object.assign(new Error('why\nstack'), { code }));
  expect(failed('EADDRINUSE')).toBe('the port is taken; choose another with --port (why)');
  expect(failed('database_newer')).toContain('newer version');
  expect(failed('other')).toBe('why');
});

it('finds the language of the system', () => {
  expect(environmentLanguage({ LANG: 'ru_RU.UTF-8' })).toBe('ru_RU.UTF-8');
  expect(environmentLanguage({ LC_ALL: 'en_US', LANG: 'ru' })).toBe('en_US');
  expect(environmentLanguage({})).toMatch(/^[a-z]{2,3}/i);
  expect(['ru_RU.UTF-8', 'en-GB', 'EN', 'kk-KZ', 'C.UTF-8', 'russian'].map(interfaceLanguage)).toEqual([
    'ru',
    'en',
    'en',
    'kk',
    'kk',
    'kk',
  ]);
});

it('keeps the data where the desktop app keeps it', () => {
  expect(personalFolder({ APPDATA: '/r' }, 'win32', '/h')).toMatch(/^.r.Shyng$/);
  expect(personalFolder({}, 'darwin', '/h')).toMatch(/Application Support.Shyng$/);
  expect(personalFolder({ XDG_CONFIG_HOME: '/c' }, 'linux', '/h')).toBe(resolve('/c/Shyng'));
  expect(personalFolder({}, 'linux', '/h')).toBe(resolve('/h/.config/Shyng'));
});

it('reads the command line of the desktop app among words of others', () => {
  const words = ['electron', '.', '--inspect=0', '--data', '/d', '--sample', '--language=ru'];
  expect(readDesktopOptions(words)).toEqual({
    dataFolder: resolve('/d'),
    language: 'ru',
    sample: true,
    openedFile: null,
  });
  expect(readDesktopOptions(['shyng', '--data=/d'])).toEqual({
    dataFolder: resolve('/d'),
    language: null,
    sample: false,
    openedFile: null,
  });
  expect(readDesktopOptions(['shyng', '--data'])).toEqual({
    dataFolder: null,
    language: null,
    sample: false,
    openedFile: null,
  });
});
