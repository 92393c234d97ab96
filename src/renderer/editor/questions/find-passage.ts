import type { Coe } from '#domain/coe/coe.ts';
import type { ThreadPlace } from '#domain/coaching/place-thread.ts';

import { rangeOfSpan } from '../../ui/find-words.ts';

/** The prose editor of a section; null if the section is not on the page. */
export const proseOf = (section: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#section-${section} [role="textbox"]`);

/**
 * The range of a passage, or of the one that is offered, in the prose on the screen. Null if it is not in prose, runs
 * across blocks, or its section is not on the page.
 */
export function rangeOfPassage({ section, field, rowId, passage }: ThreadPlace, coe: Coe): Range | null {
  if (section === 'header' || field !== 'prose' || rowId !== null || passage === null) return null;
  const span = passage.is === 'not-placed' ? passage.offer : passage;
  const textbox = proseOf(section);
  return span === null || textbox === null ? null : rangeOfSpan(textbox, coe.sections[section].prose, span);
}
