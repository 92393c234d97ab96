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

/** By the copy and what is asked about. They outlive the dialog, which Escape or a click beside it closes. */
const unsent = new Map<string, UnsentEvent>();

/** Names what is asked about, so that what was typed is found when it is asked about again. */
export const unsentKeyOf = (share: string, { place, thread }: Asking): string =>
  JSON.stringify([share, place.section, place.row, place.field, thread?.id ?? null]);

/** What was typed before; null for nothing. */
export const unsentEvent = (key: string): UnsentEvent | null => unsent.get(key) ?? null;

/** Remembers what was typed. Null, and what has no words, is forgotten. */
export function rememberUnsent(key: string, event: UnsentEvent | null): void {
  const words = event === null ? [] : [event.text, event.action.text, event.action.doneWhen];
  if (event === null || words.every((each) => each.trim() === '')) unsent.delete(key);
  else unsent.set(key, event);
}
