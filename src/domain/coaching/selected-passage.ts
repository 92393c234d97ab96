import type { Span } from './passages.ts';

/** What can stand between two words in Markdown that are next to each other on the screen. */
const BETWEEN = String.raw`[\s*_~>#|\\\[\]()+.\d\x60-]+?`;

/**
 * Finds a passage that was selected on the screen in the text that it was drawn from, in which Markdown may stand
 * between the words. `before` is how often the same words stand on the screen before the selection. Null when there is
 * nothing selected, or the words are not there as often.
 */
export function selectedPassage(text: string, selected: string, before: number): Span | null {
  const words = selected
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const pattern = words.map((word) => [...word].map(escaped).join('')).join(BETWEEN);
  const found = [...text.matchAll(new RegExp(pattern, 'gu'))][before];
  return found === undefined ? null : { start: found.index, end: found.index + found[0].length };
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);
