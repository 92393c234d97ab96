/** About as wide as a character of the app's sans is, as a part of its size. */
const WIDTH_PER_SIZE = 0.57;

/** Cuts a label to what fits, with an ellipsis. Good enough to keep words out of the marks; the whole is in the mark's name. */
export function fitLabel(label: string, width: number, size: number): string {
  const fits = Math.max(3, Math.floor(width / (size * WIDTH_PER_SIZE)));
  return label.length <= fits ? label : `${label.slice(0, fits - 1).trimEnd()}…`;
}

/** About how wide a label is. */
export const labelWidth = (label: string, size: number): number => label.length * size * WIDTH_PER_SIZE;
