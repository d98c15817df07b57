/** So many letters stand upright in a column's head, on two lines. */
const ROOM = 30;

/**
 * A competitor at the head of a narrow column: the number that the legend explains, and as much of the name as there
 * is room for, whole words first.
 */
export function columnName({ number, label }: { number: number; label: string }): string {
  const room = ROOM - String(number).length - 2;
  if (label.length <= room) return `${number}. ${label}`;
  const cut = label.slice(0, room - 1);
  const space = cut.lastIndexOf(' ');
  return `${number}. ${(space > room / 2 ? cut.slice(0, space) : cut).replace(/[\s,]+$/, '')}…`;
}
