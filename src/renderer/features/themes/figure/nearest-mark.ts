/** The edges of a mark on the screen, in pixels. */
export type Box = { left: number; right: number; top: number; bottom: number };
/** The key that moves to another mark. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Weight of a sideways gap, so that aligned marks win over nearer ones. */
const SIDEWAYS_COST = 3;

/** The index of the box nearest to `from` in a direction, or -1. Aligned boxes are preferred. */
export function nearestBox(boxes: readonly Box[], from: number, direction: Direction): number {
  const here = boxes[from];
  if (here === undefined) return -1;
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const cost = index === from ? Number.POSITIVE_INFINITY : costOf(here, box, direction);
    if (cost < bestCost) [best, bestCost] = [index, cost];
  });
  return best;
}

function costOf(here: Box, there: Box, direction: Direction): number {
  const across = (there.left + there.right - here.left - here.right) / 2;
  const down = (there.top + there.bottom - here.top - here.bottom) / 2;
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowLeft' || direction === 'ArrowUp' ? -1 : 1;
  const ahead = (isAcross ? across : down) * sign;
  if (ahead <= 0.5) return Number.POSITIVE_INFINITY;
  const aside = isAcross
    ? gap(here.top, here.bottom, there.top, there.bottom)
    : gap(here.left, here.right, there.left, there.right);
  return ahead + SIDEWAYS_COST * aside + Math.abs(isAcross ? down : across) / 100;
}

const gap = (start: number, end: number, otherStart: number, otherEnd: number): number =>
  Math.max(0, otherStart - end, start - otherEnd);
