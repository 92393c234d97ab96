import styles from './drawing.module.css';
import { labelWidth } from './wrap-label.ts';
import { patternFill } from './patterns.tsx';

const SWATCH = 14;
const LINE = 24;

type PlacedName = { name: string; x: number; y: number };

/** Lays out names in lines of a given width. */
function layOutNames(names: readonly string[], width: number): PlacedName[] {
  let x = 0;
  let y = 0;
  return names.map((name) => {
    const needs = SWATCH + 8 + labelWidth(name, 13) + 16;
    if (x > 0 && x + needs > width) [x, y] = [0, y + LINE];
    const placed = { name, x, y };
    x += needs;
    return placed;
  });
}

/** The height of the key in pixels. */
export const keyHeight = (names: readonly string[], width: number): number =>
  (layOutNames(names, width).at(-1)?.y ?? 0) + LINE + 6;

/** The key of the fills. Part of the drawing, so that a saved picture includes it. */
export const PatternKey = ({ names, width, id }: { names: readonly string[]; width: number; id: string }) => (
  <g aria-hidden="true">
    {layOutNames(names, width).map(({ name, x, y }, index) => (
      <g key={name}>
        <rect x={x} y={y + 3} width={SWATCH} height={SWATCH} rx={2} fill={patternFill(id, index)} />
        <text className={styles.label} x={x + SWATCH + 8} y={y + 10} dominantBaseline="central">
          {name}
        </text>
      </g>
    ))}
  </g>
);
