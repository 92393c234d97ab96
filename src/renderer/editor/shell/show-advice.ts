import type { Advice } from '#domain/advice/advice.ts';

import { runCommand } from '../../platform/commands.ts';
import { focusRow } from '../fields/focus-row.ts';
import { focusText } from '../fields/focus-text.ts';
import { selectIn, selectWords } from '../fields/select-words.ts';
import { whenPresent } from '../fields/when-present.ts';

/** Whether advice is about the title, the summary or the details in the header. */
export const isInHeader = ({ place }: Advice): boolean =>
  place === 'title' || place === 'summary' || place === 'details';

/** Goes to the words in the header that advice is about, and opens the details if they are there. */
export function showInHeader({ place, words }: Advice): void {
  if (place !== 'title') runCommand('coe.summary');
  whenPresent(place === 'title' ? '[aria-label="Title"]' : '[data-header-details]', (element) => {
    if (element !== null && words !== null) selectIn(element, words);
  });
}

/** Opens the menu in the header that sets the severity. */
export function openSeverity(): void {
  const button = document.querySelector<HTMLElement>('[data-severity]');
  button?.focus();
  button?.click();
}

/** Frames within which a row that gets the focus has opened. */
const FRAMES_TO_OPEN = 3;

/**
 * Goes to what advice on a section is about, once the section is on the page: its words, else its field or row, else
 * the text of the section.
 */
export function showAdvice({ section, rowId, words, place }: Advice): void {
  if (rowId === null && words !== null && selectWords(section, words)) return;
  if (rowId === null && place === null) {
    const element = document.querySelector<HTMLElement>(`#section-${section}`);
    if (element !== null) focusText(element);
    return;
  }
  if (rowId === null) {
    whenPresent(`#section-${section} [data-field="${place}"]`, (field) => focusField(field));
    return;
  }
  whenPresent(`[data-row="${CSS.escape(rowId)}"]`, (row) => {
    row?.scrollIntoView({ block: 'nearest' });
    if (row !== null && words !== null && selectIn(row, words)) return;
    focusRow(rowId);
    if (place === null) return;
    // The row opens when the focus comes to it, and shows some of its fields only with its details.
    const selector = `[data-row="${CSS.escape(rowId)}"] [data-field="${place}"]`;
    whenPresent(
      selector,
      (field) => {
        if (field === null) row?.querySelector<HTMLElement>('[data-details][aria-expanded="false"]')?.click();
        whenPresent(selector, focusField);
      },
      FRAMES_TO_OPEN,
    );
  });
}

/** Focuses the first control in a field and scrolls it into view. */
function focusField(field: HTMLElement | null): void {
  const control = field?.querySelector<HTMLElement>('textarea, input, button, [tabindex="0"]') ?? field;
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}
