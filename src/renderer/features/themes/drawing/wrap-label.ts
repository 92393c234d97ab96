/** The approximate width of a character of the sans font, relative to the font size. */
const WIDTH_PER_SIZE = 0.57;

/** The letters that are far wider than others. */
const WIDE_LETTER = /[mwMW@%]/;
const WIDE_LETTER_WIDTH = 0.88;

/** Characters as wide as the font is high: those of East Asia, and emoji. */
const FULL_WIDTH =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;

/** The approximate width of a label in pixels. */
export function labelWidth(label: string, size: number): number {
  let width = 0;
  for (const character of label) {
    width += FULL_WIDTH.test(character) ? 1 : WIDE_LETTER.test(character) ? WIDE_LETTER_WIDTH : WIDTH_PER_SIZE;
  }
  return width * size;
}

/**
 * Wraps a label into lines of about that width. Breaks at spaces, and within a word only if it is longer than a line.
 */
export function wrapLabel(label: string, width: number, size: number): string[] {
  const fits = (text: string): boolean => labelWidth(text, size) <= Math.max(width, 3 * size);
  const lines: string[] = [];
  for (const word of label.split(/\s+/).flatMap((each) => piecesOf(each, fits))) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function piecesOf(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  for (const character of word) {
    const last = pieces.at(-1);
    if (last !== undefined && fits(last + character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}
