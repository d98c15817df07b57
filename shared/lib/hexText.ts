/** A text as digits and letters only, so that it can be a part of an address: four hex digits a character. */
export function toHexText(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('');
}

/** @returns the text of {@link toHexText}; empty when it is none */
export function fromHexText(hex: string): string {
  if (!/^(?:[0-9a-f]{4})*$/.test(hex)) return '';
  const codes = hex.match(/.{4}/g) ?? [];
  return codes.map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('');
}
