import type { ThreadPlace } from '#domain/coaching/place-thread.ts';
import type { Coe } from '#domain/coe/coe.ts';

import { runCommand } from '../../platform/commands.ts';
import { focusRow } from '../fields/focus-row.ts';
import { focusText } from '../fields/focus-text.ts';
import { selectIn, selectRange, selectWords } from '../fields/select-words.ts';
import { whenPresent } from '../fields/when-present.ts';
import { proseOf, rangeOfPassage } from './find-passage.ts';

/** Goes to what a question about the header is about: the title, or a field of the details. */
export function showInHeader({ field, words }: ThreadPlace): void {
  if (field !== 'title') runCommand('coe.summary');
  whenPresent(field === 'title' ? '[aria-label="Title"]' : '[data-header-details]', (element) => {
    if (element === null) return;
    if (words !== '' && selectIn(element, words)) return;
    if (field === 'title') element.focus();
  });
}

/**
 * Goes to what a question about a section is about, once the section is on the page: its passage or the one that is
 * offered, else its row, else the text of the section.
 */
export function showInSection(place: ThreadPlace, coe: Coe): void {
  const { section, rowId, words } = place;
  if (section === 'header') return;
  if (rowId !== null) {
    whenPresent(`[data-row="${CSS.escape(rowId)}"]`, (row) => {
      row?.scrollIntoView({ block: 'nearest' });
      if (row === null || words === '' || !selectIn(row, words)) focusRow(rowId);
    });
    return;
  }
  const range = rangeOfPassage(place, coe);
  const prose = proseOf(section);
  if (range !== null && prose !== null) {
    selectRange(prose, range);
    return;
  }
  if (words !== '' && selectWords(section, words)) return;
  const element = document.querySelector<HTMLElement>(`#section-${section}`);
  if (element !== null) focusText(element);
}
