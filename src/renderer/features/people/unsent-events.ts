import type { ProposedAction } from '#domain/coaching/event.ts';
import type { Span } from '#domain/coaching/passages.ts';
import { sameValue } from '#domain/merge/json-value.ts';
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

/**
 * By the copy and what is asked about. They outlive the dialog, which Escape or a click beside it closes, until the app is
 * locked or quits.
 */
const unsent = new Map<string, Remembered>();

/** Names what is asked about, so that what was typed is found when it is asked about again. */
export const unsentKeyOf = (share: string, { place, thread }: Asking): string =>
  JSON.stringify([share, place.section, place.row, place.field, thread?.id ?? null]);

/** What was typed before; null for nothing. */
export const unsentEvent = (key: string): Remembered | null => unsent.get(key) ?? null;

/** Whether there are words, or dates of an action. */
export const isTyped = ({ text, action }: UnsentEvent): boolean =>
  action.due !== null ||
  action.checkDate !== null ||
  [text, action.text, action.doneWhen].some((each) => each.trim() !== '');

/** Remembers what was typed. Null, and what has neither words nor dates, is forgotten. */
export function rememberUnsent(key: string, event: Remembered | null): void {
  if (event === null || !isTyped(event)) unsent.delete(key);
  else unsent.set(key, event);
}

/** Forgets what was saved, unless it was changed meanwhile. Returns whether nothing is left. */
export function forgetSaved(key: string, saved: UnsentEvent): boolean {
  const now = unsent.get(key) ?? saved;
  const parts = ({ kind, text, action, span }: UnsentEvent): unknown => [kind, text, action, span];
  if (!sameValue(parts(now), parts(saved))) return false;
  unsent.delete(key);
  return true;
}
