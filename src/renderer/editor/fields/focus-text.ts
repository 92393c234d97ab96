import { releaseTyping } from '../../draft/type-ahead.ts';
import { placeCaretAtEnd } from '../../rich-text/place-caret.ts';

type FocusTextOptions = {
  /** Starts a new paragraph below the text, for an answer below a heading. */
  readonly below?: boolean;
};

/**
 * Puts the caret at the end of the first text of a section, and there what was typed while it was not on the page.
 * Focuses the heading of a section without a text to type into: one that is skipped or cannot be edited.
 */
export function focusText(section: HTMLElement, { below = false }: FocusTextOptions = {}): void {
  const textbox = section.querySelector<HTMLElement>('[role="textbox"][contenteditable="true"]');
  const text = releaseTyping();
  if (textbox !== null && placeCaretAtEnd(textbox, { text, below })) return;
  section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
