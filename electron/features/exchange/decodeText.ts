/** Encodings that files of colleges come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/**
 * Where the Kazakh code page (KZ-1048, STRK 1048-2002) differs from windows-1251: Kazakh letters in the place of
 * Ukrainian and Serbian ones, which no file of a college here holds.
 */
const KAZAKH_LETTERS: Readonly<Record<string, string>> = {
  Ќ: 'Қ',
  Ћ: 'Һ',
  ќ: 'қ',
  ћ: 'һ',
  Ў: 'Ұ',
  ў: 'ұ',
  Ј: 'Ә',
  Ґ: 'Ө',
  Є: 'Ғ',
  Ї: 'Ү',
  ґ: 'ө',
  є: 'ғ',
  ј: 'ә',
  Ѕ: 'Ң',
  ѕ: 'ң',
  ї: 'ү',
};

function findMark(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Text in UTF-16 without a mark has many bytes 0 or 4 (Cyrillic) at every other place. */
function guessWide(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, 2000);
  const counts = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0 || byte === 4) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  });
  const half = sample.length / 2;
  if (half < 2) return null;
  if ((counts[1] ?? 0) > half * 0.7) return 'utf-16le';
  return (counts[0] ?? 0) > half * 0.7 ? 'utf-16be' : null;
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of a file whose encoding nobody told: by its mark, else UTF-16, UTF-8, or the Kazakh code page. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const wide = findMark(bytes) ?? guessWide(bytes);
  for (const encoding of wide ? [wide, 'utf-8' as const] : ['utf-8' as const]) {
    const text = decodeAs(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  const single = new TextDecoder('windows-1251').decode(bytes);
  const text = single.replace(/[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g, (letter) => KAZAKH_LETTERS[letter] ?? letter);
  return { text, encoding: 'windows-1251' };
}
