import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { quietStyle, seriesStyle } from './seriesStyle.ts';
import type { SeriesStyle } from './seriesStyle.ts';

/** A day and a percentage. */
export interface DatedValue {
  /** `YYYY-MM-DD` */
  date: string;
  /** 0…100 */
  value: number;
}

/** Something that happened on a day. */
export interface ChartPoint extends DatedValue {
  id: string;
  /** Lines of the tooltip under the day and the value. */
  details: readonly string[];
}

/** Points and the line through them. */
export interface ChartSeries {
  id: string;
  label: string;
  /** At most 500. */
  points: readonly ChartPoint[];
  /** Smoothed line; empty when there is none. */
  line: readonly DatedValue[];
  /** What the line is called when it needs a name of its own beside that of the points. */
  lineLabel?: string;
  /** How sure a value is, day by day: shaded between low and high. */
  band?: readonly { date: string; low: number; high: number }[];
  /** True: its points stand behind the others as a background. */
  isQuiet?: boolean;
}

/** A series with how it is drawn. */
export interface StyledSeries extends ChartSeries {
  pointStyle: SeriesStyle;
  lineStyle: SeriesStyle;
}

/** A point that can be read, with the series it belongs to. */
export interface ReadablePoint extends ChartPoint {
  key: string;
  day: number;
  series: StyledSeries;
}

/** Gives each series its colour, shape and dash. */
export function styleSeries(series: readonly ChartSeries[]): StyledSeries[] {
  return series.map((one, index) => {
    const lineStyle = seriesStyle(index);
    return { ...one, lineStyle, pointStyle: one.isQuiet === true ? quietStyle : lineStyle };
  });
}

/** All points in the order in which they are read: by day, on one day from the lowest to the highest. */
export function orderPoints(series: readonly StyledSeries[]): ReadablePoint[] {
  return series
    .flatMap((one) =>
      one.points.map((point) => ({
        ...point,
        key: `${one.id}/${point.id}`,
        day: toDayNumber(point.date),
        series: one,
      })),
    )
    .sort((a, b) => a.day - b.day || a.value - b.value || (a.key < b.key ? -1 : 1));
}
