/** The approximate width of a character of the sans font, relative to the font size. */
const WIDTH_PER_SIZE = 0.57;

/** The approximate width of a label in pixels. */
export const labelWidth = (label: string, size: number): number => label.length * size * WIDTH_PER_SIZE;

/**
 * Wraps a label into lines of about that width. Breaks at spaces, and within a word only if it is longer than a line.
 */
export function wrapLabel(label: string, width: number, size: number): string[] {
  const fits = Math.max(3, Math.floor(width / (size * WIDTH_PER_SIZE)));
  const lines: string[] = [];
  for (const word of label.split(/\s+/).flatMap((each) => piecesOf(each, fits))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function piecesOf(word: string, length: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < word.length; start += length) pieces.push(word.slice(start, start + length));
  return pieces;
}
