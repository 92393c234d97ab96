import { type Direction, nearestBox } from './nearest-mark.ts';

const DIRECTIONS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** Moves the focus among the marks of a chart: arrow keys to the nearest one, Home and End to the first and last. */
export function moveAmongMarks(event: React.KeyboardEvent<Element>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const marks = [...event.currentTarget.querySelectorAll<SVGElement>('[data-mark]')];
  const here = marks.findIndex((mark) => mark === document.activeElement);
  if (here < 0) return;
  const target = targetOf(event.key, marks, here);
  if (target === null) return;
  event.preventDefault();
  target?.focus();
}

/** Null when the key is not handled; undefined when there is no mark in that direction. */
function targetOf(key: string, marks: readonly SVGElement[], here: number): SVGElement | null | undefined {
  if (key === 'Home') return marks[0];
  if (key === 'End') return marks.at(-1);
  if (!DIRECTIONS.includes(key)) return null;
  const boxes = marks.map((mark) => mark.getBoundingClientRect());
  const nearest = marks[nearestBox(boxes, here, key as Direction)];
  // In a column of bars there is nothing to the left or right, so the arrows mean previous and next.
  return nearest ?? marks[here + (key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1)];
}
