import { memo } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { ReadablePoint, StyledSeries } from './chartSeries.ts';
import { nearestPlace } from './reading.ts';
import type { Place } from './reading.ts';
import { shapePath } from './seriesStyle.ts';
import type { Reading } from './useReading.ts';

const RADIUS = 4.5;
const SMALL_RADIUS = 3.5;
/** From so many points on they are drawn smaller and let the line shine through. */
const CROWD = 60;
/** Pixels from the pointer within which a point is taken. */
const REACH = 28;

/** Order of layers among those of the library: above its lines, under its labels. */
const POINTS_LAYER = 620;
const RING_LAYER = 1200;

/** Turns points into pixels; empty until the axes are laid out. */
function usePlaces(points: readonly ReadablePoint[]): Place[] {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  if (!toX || !toY) return [];
  return points.map((point) => ({ x: toX(point.day) ?? 0, y: toY(point.value) ?? 0 }));
}

interface PointMarksProps {
  series: readonly StyledSeries[];
  points: readonly ReadablePoint[];
}

/** All points; one path a series, so that five hundred of them cost little. */
export const PointMarks = memo(function PointMarks({ series, points }: PointMarksProps): ReactNode {
  const places = usePlaces(points);
  if (places.length === 0) return null;
  return (
    <ZIndexLayer zIndex={POINTS_LAYER}>
      {series.map((one) => {
        const { color, shape } = one.pointStyle;
        const isSmall = one.isQuiet === true || one.points.length > CROWD;
        const path = points
          .map((point, index) => {
            const place = places[index];
            if (point.series.id !== one.id || !place) return '';
            return shapePath(shape, [place.x, place.y], isSmall ? SMALL_RADIUS : RADIUS);
          })
          .join('');
        return (
          <path
            key={one.id}
            d={path}
            data-chart-points={one.id}
            fill={shape === 'ring' ? 'var(--shyng-surface)' : color}
            stroke={shape === 'ring' ? color : 'var(--shyng-surface)'}
            strokeWidth={shape === 'ring' ? 1.4 : 1}
            opacity={isSmall ? 0.75 : 1}
          />
        );
      })}
    </ZIndexLayer>
  );
});

/** Where the pointer is in the drawing, also when the page shows it scaled. */
function pointerPlace(event: PointerEvent<SVGRectElement>): Place {
  const svg = event.currentTarget.ownerSVGElement;
  const matrix = svg?.getScreenCTM();
  if (!matrix) return { x: -1000, y: -1000 };
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return { x, y };
}

interface ActivePointProps {
  point: ReadablePoint;
  place: Place;
  area: { y: number; height: number };
}

/** The point that is read: a ring around it and a guide line down to the axis. */
function ActivePoint({ point, place, area }: ActivePointProps): ReactNode {
  const { shape, color } = point.series.pointStyle;
  return (
    <g pointerEvents="none" data-chart-active={point.key}>
      <path
        d={`M${place.x} ${area.y}V${area.y + area.height}`}
        stroke="var(--shyng-line-strong)"
        strokeWidth={1}
      />
      <circle
        cx={place.x}
        cy={place.y}
        r={RADIUS + 4}
        fill="none"
        stroke="var(--shyng-text)"
        strokeWidth={2}
      />
      <path
        d={shapePath(shape, [place.x, place.y], RADIUS + 0.5)}
        fill={point.series.isQuiet === true ? 'var(--shyng-text)' : color}
      />
    </g>
  );
}

/** Rings around the points that are of the day that a chart beside this one looks at. */
export function CursorRings({ points }: { points: readonly ReadablePoint[] }): ReactNode {
  const places = usePlaces(points);
  return (
    <ZIndexLayer zIndex={RING_LAYER}>
      {places.map((place, index) => (
        <circle
          key={points[index]?.key ?? index}
          data-chart-cursor
          cx={place.x}
          cy={place.y}
          r={RADIUS + 4}
          fill="none"
          stroke="var(--shyng-text-soft)"
          strokeWidth={2}
          strokeDasharray="2 3"
          pointerEvents="none"
        />
      ))}
    </ZIndexLayer>
  );
}

interface ReadingMarkProps {
  points: readonly ReadablePoint[];
  reading: Reading;
  onOpen?: ((index: number) => void) | undefined;
  /** The element over the chart that tooltips are put into. */
  surface: HTMLElement | null;
  tooltip: (point: ReadablePoint, place: Place) => ReactNode;
}

/** Catches the pointer, and shows the point that is read with its tooltip. */
export function ReadingMark({ points, reading, onOpen, surface, tooltip }: ReadingMarkProps): ReactNode {
  const area = usePlotArea();
  const places = usePlaces(points);
  if (!area) return null;
  const index = reading.active ?? -1;
  const point = points[index];
  const place = places[index];
  const take = (event: PointerEvent<SVGRectElement>): void => {
    const nearest = nearestPlace(places, pointerPlace(event), REACH);
    reading.setActive(nearest === -1 ? null : nearest);
  };
  return (
    <ZIndexLayer zIndex={RING_LAYER}>
      {point && place ? <ActivePoint point={point} place={place} area={area} /> : null}
      <rect
        {...area}
        fill="transparent"
        style={{ cursor: onOpen && point ? 'pointer' : 'default' }}
        onPointerMove={take}
        onPointerDown={take}
        onClick={() => {
          if (point) onOpen?.(index);
        }}
      />
      {point && place && surface ? createPortal(tooltip(point, place), surface) : null}
    </ZIndexLayer>
  );
}
