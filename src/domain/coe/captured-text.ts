import { escapeMarkdown } from '../text/escape-markdown.ts';

/** The longest first line, in characters, that serves as a title as it is. */
const LONGEST_TITLE = 120;

/**
 * Divides the text of a quick capture: the first line is the title, and the others are the prose of the first section,
 * as Markdown. A long first line is shortened to a title, and the whole text is the prose, so that nothing is lost.
 */
export function divideCapturedText(text: string): { title: string; prose: string } {
  const [first = '', ...others] = text.trim().split(/\r\n?|\n/);
  const line = first.trim();
  if (line.length <= LONGEST_TITLE) return { title: line, prose: escapeMarkdown(others.join('\n')) };
  const words = line.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/u, '');
  // Never half of a character that takes two code units.
  return { title: `${words.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`, prose: escapeMarkdown(text) };
}
