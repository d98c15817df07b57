import type { LegendItem } from './ChartLegend.tsx';
import type { StyledSeries } from './chartSeries.ts';
import { targetStyle } from './seriesStyle.ts';

/** What the signs of series mean; a line with a name of its own gets its own sign. */
export function legendOf(series: readonly StyledSeries[], targetLabel: string | null): LegendItem[] {
  const items = series.flatMap((one): LegendItem[] => {
    const hasPoints = one.points.length > 0;
    const hasLine = one.line.length > 0;
    if (one.lineLabel === undefined) {
      return [{ id: one.id, label: one.label, style: one.lineStyle, has: hasLine ? 'both' : 'points' }];
    }
    const points: LegendItem = { id: one.id, label: one.label, style: one.pointStyle, has: 'points' };
    const line: LegendItem = {
      id: `${one.id}-line`,
      label: one.lineLabel,
      style: one.lineStyle,
      has: 'line',
    };
    return [...(hasPoints ? [points] : []), ...(hasLine ? [line] : [])];
  });
  if (targetLabel !== null) items.push({ id: 'target', label: targetLabel, style: targetStyle, has: 'line' });
  return items;
}
