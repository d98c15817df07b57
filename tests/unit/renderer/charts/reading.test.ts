import { describe, expect, it } from 'vitest';
import { moveReading, nearestPlace } from '../../../../renderer/charts/reading.ts';

describe('moving through points', () => {
  it('begins at the newest', () => {
    expect(moveReading('ArrowLeft', null, 9)).toBe(8);
    expect(moveReading('ArrowRight', null, 9)).toBe(8);
    expect(moveReading('PageUp', null, 20)).toBe(9);
    expect(moveReading('Home', null, 9)).toBe(0);
  });

  it('goes by one, by ten, and to the ends, never beyond', () => {
    expect(moveReading('ArrowLeft', 4, 9)).toBe(3);
    expect(moveReading('ArrowDown', 4, 9)).toBe(5);
    expect(moveReading('ArrowRight', 8, 9)).toBe(8);
    expect(moveReading('ArrowUp', 0, 9)).toBe(0);
    expect(moveReading('PageDown', 3, 9)).toBe(8);
    expect(moveReading('End', 3, 9)).toBe(8);
  });

  it('leaves other keys alone, and an empty chart', () => {
    expect(moveReading('Tab', 3, 9)).toBeNull();
    expect(moveReading('a', 3, 9)).toBeNull();
    expect(moveReading('ArrowLeft', null, 0)).toBeNull();
  });
});

describe('the nearest point', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
    { x: 30, y: 20 },
  ];

  it('is taken within reach only', () => {
    expect(nearestPlace(places, { x: 28, y: 4 }, 28)).toBe(1);
    expect(nearestPlace(places, { x: 28, y: 15 }, 28)).toBe(2);
    expect(nearestPlace(places, { x: 100, y: 100 }, 28)).toBe(-1);
    expect(nearestPlace([], { x: 0, y: 0 }, 28)).toBe(-1);
  });
});
