import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBounds, parseWindowState, type Rectangle } from '../../../../electron/window/bounds.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1366, height: 728 };
const wall: Rectangle = { x: 1366, y: -200, width: 1920, height: 1080 };

describe('chooseBounds', () => {
  it('opens in the middle at the first start', () => {
    expect(chooseBounds(null, [wall])).toEqual({
      x: 1646,
      y: -90,
      width: 1360,
      height: 860,
      maximized: false,
    });
  });

  it('opens where it was', () => {
    const state = { x: 1500, y: -100, width: 1000, height: 700, maximized: true };
    expect(chooseBounds(state, [laptop, wall])).toEqual(state);
  });

  it('comes back to the first display when the other one is gone', () => {
    const state = { x: 1500, y: -100, width: 1000, height: 700, maximized: false };
    expect(chooseBounds(state, [laptop])).toEqual({
      x: 183,
      y: 14,
      width: 1000,
      height: 700,
      maximized: false,
    });
  });

  it('is never larger than the display nor smaller than usable', () => {
    const huge = { x: 0, y: 0, width: 9000, height: 9000, maximized: false };
    expect(chooseBounds(huge, [laptop])).toMatchObject({ width: 1366, height: 728 });
    const tiny = { x: 0, y: 0, width: 5, height: 5, maximized: false };
    expect(chooseBounds(tiny, [laptop])).toMatchObject({ width: 900, height: 600 });
  });

  it('can always be found and dragged', () => {
    const whole = fc.integer({ min: -20_000, max: 20_000 });
    const size = fc.integer({ min: 1, max: 20_000 });
    const state = fc.record({ x: whole, y: whole, width: size, height: size, maximized: fc.boolean() });
    fc.assert(
      fc.property(state, fc.constantFrom([laptop], [laptop, wall]), (remembered, areas) => {
        const found = chooseBounds(remembered, areas);
        const reachable = areas.some(
          (area) =>
            found.y >= area.y &&
            found.y < area.y + area.height &&
            Math.min(found.x + found.width, area.x + area.width) - Math.max(found.x, area.x) >= 160,
        );
        expect(reachable).toBe(true);
      }),
    );
  });
});

describe('parseWindowState', () => {
  it('reads what was written', () => {
    const state = { x: 1, y: -2, width: 900, height: 600, maximized: true };
    expect(parseWindowState(JSON.stringify(state))).toEqual(state);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"x":1}',
    '{"x":1,"y":1,"width":-5,"height":5}',
    '{"x":1e99,"y":1,"width":5,"height":5}',
    '{"x":"1","y":1,"width":5,"height":5}',
  ])('takes %s for nothing', (text) => {
    expect(parseWindowState(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseWindowState(text)));
  });
});
