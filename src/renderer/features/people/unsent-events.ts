import type { ProposedAction } from '#domain/coaching/event.ts';
import type { Span } from '#domain/coaching/passages.ts';
import type { NewEvent } from '#ipc/people.ts';

import type { Asking } from './ask-dialog.tsx';

/** What was typed about a part of a copy, but not added yet. */
export type UnsentEvent = {
  readonly kind: Exclude<NewEvent['kind'], 'withdraw'>;
  readonly text: string;
  readonly action: ProposedAction;
  readonly span: Span | null;
};

/** The same with the copy and the words that it was typed about; no words if it was about the whole text. */
type Remembered = UnsentEvent & { readonly seq: number; readonly quoted: string };

/** By the copy and what is asked about. They outlive the dialog, which Escape or a click beside it closes. */
const unsent = new Map<string, Remembered>();

/** Names what is asked about, so that what was typed is found when it is asked about again. */
export const unsentKeyOf = (share: string, { place, thread }: Asking): string =>
  JSON.stringify([share, place.section, place.row, place.field, thread?.id ?? null]);

/** What was typed before; null for nothing. */
export const unsentEvent = (key: string): Remembered | null => unsent.get(key) ?? null;

/** Whether anything was typed. */
export const hasWords = ({ text, action }: UnsentEvent): boolean =>
  [text, action.text, action.doneWhen].some((each) => each.trim() !== '');

/** Remembers what was typed. Null, and what has no words, is forgotten. */
export function rememberUnsent(key: string, event: Remembered | null): void {
  if (event === null || !hasWords(event)) unsent.delete(key);
  else unsent.set(key, event);
}
