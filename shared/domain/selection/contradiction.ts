import type { Model, SolveMip } from './model.ts';

/**
 * A smallest set of rules that cannot all hold: without any one of them the rest could. Found by dividing
 * (QuickXplain: U. Junker, AAAI 2004), which asks the solver few times when few rules are to blame.
 * @returns groups of the rows; empty when the rows can be met after all
 */
export function findContradiction(model: Model, solve: SolveMip): string[] {
  const groups = [...new Set(model.rows.flatMap(({ group }) => (group === null ? [] : [group])))];
  const noCosts = model.programme.columns.map(() => 0);
  const holds = (chosen: readonly string[]): boolean => {
    const kept = new Set(chosen);
    const rows = model.rows.filter(({ group }) => group === null || kept.has(group));
    return solve({ columnCount: noCosts.length, costs: noCosts, rows }) !== null;
  };
  if (holds(groups)) return [];
  const explain = (background: string[], hasNew: boolean, parts: string[]): string[] => {
    if (hasNew && !holds(background)) return [];
    if (parts.length <= 1) return parts;
    const half = Math.ceil(parts.length / 2);
    const left = parts.slice(0, half);
    const right = parts.slice(half);
    const fromRight = explain([...background, ...left], left.length > 0, right);
    const fromLeft = explain([...background, ...fromRight], fromRight.length > 0, left);
    return [...fromLeft, ...fromRight];
  };
  return explain([], false, groups);
}
