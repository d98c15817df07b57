/**
 * The first of each group, then the second of each, and so on, at most `limit` in all; each group stays in its order and
 * the groups stay together. So a search that finds much of one kind does not hide the other kinds.
 * @example takeByTurns([['a', 'b', 'c'], ['x']], 3) // ['a', 'b', 'x']
 */
export function takeByTurns<Item>(groups: readonly (readonly Item[])[], limit: number): Item[] {
  const counts = groups.map(() => 0);
  let left = limit;
  for (let round = 0; left > 0 && groups.some((group) => group.length > round); round += 1) {
    for (const [index, group] of groups.entries()) {
      if (left === 0 || group.length <= round) continue;
      counts[index] = round + 1;
      left -= 1;
    }
  }
  return groups.flatMap((group, index) => group.slice(0, counts[index]));
}
