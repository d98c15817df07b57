/** Words as Kazakh lists them (CLDR 46, `kk`): `а`, `а және б`, `а, б, в`. Chromium ships no Kazakh lists. */
export function kazakhList(words: readonly string[]): string {
  return words.join(words.length === 2 ? ' және ' : ', ');
}
