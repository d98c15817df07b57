import { expect, it } from 'vitest';
import { markCharacter } from '#shared/domain/training/gridKey.ts';

interface Modifiers {
  shiftKey?: boolean;
  ctrlKey?: boolean;
  altKey?: boolean;
  metaKey?: boolean;
}

const press = (key: string, code: string, modifiers: Modifiers = {}): string | null =>
  markCharacter({ shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers, key, code });

it.each([
  ['English', '7', 'Digit7', '7'],
  ['Kazakh: the row of digits holds letters', 'ү', 'Digit8', '8'],
  ['Kazakh: its comma stands on the key of 6', ',', 'Digit6', '6'],
  ['number pad', '7', 'Numpad7', '7'],
  ['Russian: the key of the comma holds a letter', 'б', 'Comma', ','],
  ['Russian: the key of the point holds a letter', 'ю', 'Period', ','],
  ['Russian: the point stands on the key of the slash', '.', 'Slash', '.'],
  ['number pad of a Russian keyboard', ',', 'NumpadDecimal', ','],
  ['the key of the full mark without Shift', '=', 'Equal', '='],
  ['the key of the full mark on a Kazakh keyboard', 'һ', 'Equal', '='],
  ['full mark on the number pad', '+', 'NumpadAdd', '+'],
  ['not attempted', '-', 'Minus', '-'],
  ['not attempted on a Kazakh keyboard', 'ө', 'Minus', '-'],
])('%s: %s (%s) types %s', (_, key, code, character) => {
  expect(press(key, code)).toBe(character);
});

it('reads characters that need Shift or AltGr', () => {
  expect(press('+', 'Equal', { shiftKey: true })).toBe('+');
  expect(press('Һ', 'Equal', { shiftKey: true })).toBe('+');
  expect(press('1', 'Digit1', { shiftKey: true })).toBe('1');
  expect(press('1', 'Digit1', { ctrlKey: true, altKey: true })).toBe('1');
});

it('leaves other keys and shortcuts alone', () => {
  expect(press('a', 'KeyA')).toBeNull();
  expect(press('!', 'Digit1', { shiftKey: true })).toBeNull();
  expect(press('c', 'KeyC', { ctrlKey: true })).toBeNull();
  expect(press('1', 'Digit1', { ctrlKey: true })).toBeNull();
  expect(press('1', 'Digit1', { altKey: true })).toBeNull();
  expect(press('1', 'Digit1', { metaKey: true })).toBeNull();
  expect(press('End', 'Numpad1')).toBeNull();
  expect(press('Delete', 'NumpadDecimal')).toBeNull();
  expect(press('Enter', 'NumpadEnter')).toBeNull();
});
