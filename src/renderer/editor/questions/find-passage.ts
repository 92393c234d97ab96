import type { Coe } from '#domain/coe/coe.ts';
import type { ThreadPlace } from '#domain/coaching/place-thread.ts';

import { rangesIn } from '../fields/select-words.ts';

/** Letters and digits; what is between them differs between Markdown and what is on the screen. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const patternOf = (words: string): RegExp | null => {
  const found = words.match(WORD);
  return found === null ? null : new RegExp(found.join(String.raw`[^\p{L}\p{N}\p{M}]+`), 'giu');
};

/** The prose editor of a section; null if the section is not on the page. */
export const proseOf = (section: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#section-${section} [role="textbox"]`);

/**
 * The range of a passage, or of the one that is offered, in the prose on the screen. Null if it is not in prose, runs
 * across blocks, or its section is not on the page.
 */
export function rangeOfPassage({ section, field, rowId, passage, words }: ThreadPlace, coe: Coe): Range | null {
  if (section === 'header' || field !== 'prose' || rowId !== null || passage === null) return null;
  const span = passage.is === 'not-placed' ? passage.offer : passage;
  const pattern = patternOf(words);
  const textbox = proseOf(section);
  if (span === null || pattern === null || textbox === null) return null;
  const before = coe.sections[section].prose.slice(0, span.start).match(pattern)?.length ?? 0;
  const ranges = rangesIn(textbox, pattern);
  return ranges[before] ?? ranges[0] ?? null;
}
