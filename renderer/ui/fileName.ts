/** A title as the name of a file on any system. */
export function fileNameOf(title: string, ending: string): string {
  const name = title
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${name.slice(0, 120)}.${ending}`;
}
