/** The approximate width of a character of the sans font, relative to the font size. */
const WIDTH_PER_SIZE = 0.57;

/** Truncates a label to an approximate width, with an ellipsis. The mark's accessible name has all of it. */
export function fitLabel(label: string, width: number, size: number): string {
  const fits = Math.max(3, Math.floor(width / (size * WIDTH_PER_SIZE)));
  return label.length <= fits ? label : `${label.slice(0, fits - 1).trimEnd()}…`;
}

/** The approximate width of a label in pixels. */
export const labelWidth = (label: string, size: number): number => label.length * size * WIDTH_PER_SIZE;
