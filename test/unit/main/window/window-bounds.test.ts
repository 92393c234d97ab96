import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MIN_SIZE, windowBounds } from '#main/window/window-bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const monitor = { x: 1440, y: 0, width: 2560, height: 1440 };
const place = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, maximised: false });

describe('the window opens', () => {
  it('centred at its default size the first time, limited to the display', () => {
    expect(windowBounds(null, [monitor])).toEqual({ width: 1280, height: 800 });
    expect(windowBounds(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({ width: 1024, height: 600 });
  });

  it('where it was', () => {
    expect(windowBounds(place(1700, 200), [laptop, monitor])).toEqual({ x: 1700, y: 200, width: 1000, height: 700 });
  });

  it('centred when its display is gone', () => {
    expect(windowBounds(place(1700, 200), [laptop])).toEqual({ width: 1000, height: 700 });
    expect(windowBounds(place(200, -300), [laptop])).toEqual({ width: 1000, height: 700 });
  });

  it('where it was when it is partly off-screen but can be dragged', () => {
    expect(windowBounds(place(1200, 100), [laptop])).toMatchObject({ x: 1200, y: 100 });
    expect(windowBounds(place(1400, 100), [laptop])).not.toHaveProperty('x');
  });

  it('never too small or out of reach', () => {
    const number = fc.integer({ min: -20_000, max: 20_000 });
    const size = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const bounds = windowBounds(place(x, y, width, height), [laptop, monitor]);
        expect(bounds.width).toBeGreaterThanOrEqual(MIN_SIZE.width);
        expect(bounds.height).toBeGreaterThanOrEqual(MIN_SIZE.height);
        expect(bounds.width).toBeLessThanOrEqual(monitor.width);
        if (bounds.y !== undefined) expect(bounds.y).toBeGreaterThan(-40);
      }),
    );
  });
});
