import type { SavedWindowBounds } from '#main/settings/app-state.ts';

/** A rectangle of the desktop in pixels. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The minimum size of the window in pixels. */
export const MIN_SIZE = { width: 720, height: 560 } as const;
const DEFAULT_SIZE = { width: 1280, height: 800 } as const;

/** The part of the title bar that must be on a display for a person to be able to drag the window. */
const MIN_VISIBLE = { width: 120, height: 40 } as const;

/** Where the window opens, in pixels. Without `x` and `y` it is centred. */
export type WindowBounds = { x?: number; y?: number; width: number; height: number };

/**
 * Returns where the window opens: its last bounds, if the title bar is still on a display. `workAreas` are the
 * displays' areas without task bars, the primary display first. A window larger than its display is reduced to it, but
 * not below `MIN_SIZE`.
 */
export function windowBounds(bounds: SavedWindowBounds | null, workAreas: readonly Area[]): WindowBounds {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  if (bounds === null) return sizeWithin(DEFAULT_SIZE, primary);
  const title = { x: bounds.x, y: bounds.y, width: bounds.width, height: MIN_VISIBLE.height };
  const home = workAreas.find((area) => {
    const shared = overlap(title, area);
    return shared.width >= Math.min(MIN_VISIBLE.width, bounds.width) && shared.height >= MIN_VISIBLE.height / 2;
  });
  if (home === undefined) return sizeWithin(bounds, primary);
  return { x: bounds.x, y: bounds.y, ...sizeWithin(bounds, home) };
}

type Size = { readonly width: number; readonly height: number };

const sizeWithin = (wanted: Size, area: Area): Size => ({
  width: Math.max(MIN_SIZE.width, Math.min(wanted.width, area.width)),
  height: Math.max(MIN_SIZE.height, Math.min(wanted.height, area.height)),
});

const overlap = (one: Area, other: Area): Size => ({
  width: Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)),
  height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)),
});
