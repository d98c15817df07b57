/**
 * Words that mix Latin and Cyrillic letters: «cапа» with a Latin "c" looks right, but is neither found by search nor sorted.
 * A word is a run of letters, marks and digits; a hyphen or an apostrophe parts words, so «3D-модельдеу» and «IT-маман» are fine.
 */
export function mixedScriptWords(text: string): string[] {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
}

/** Words written in Latin letters, in the order they stand: what a Kazakh or Russian text should have a reason for. */
export function latinWords(text: string): string[] {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => /\p{Script=Latin}/u.test(word));
}
