import { readableUnsent } from '#domain/coaching/unsent-file.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { ok } from '#domain/result.ts';
import { type UnsentEvent, unsentEventSchema } from '#ipc/unsent.ts';

import { createUnsentStore, type Unsent, type UnsentPlace } from '../../entities/unsent/unsent-store.ts';
import { invoke } from '../../platform/bridge.ts';
import type { Asking } from './ask-dialog.tsx';

/** What is typed about a part of a copy. */
export type TypedEvent = Omit<UnsentEvent, 'seq' | 'quoted'>;

const store = createUnsentStore<UnsentEvent>({
  read: async ([person, share]) => {
    const found = await invoke('people:read-unsent', { person, share });
    return found.ok ? ok(readableUnsent(found.value, unsentEventSchema)) : found;
  },
  save: ([person, share], about, event) => invoke('people:save-unsent', { person, share, about, event }),
  isTyped,
});

/** Whether there are words, or dates of an action. */
export function isTyped({ text, action }: TypedEvent): boolean {
  const hasDate = action.due !== null || action.checkDate !== null;
  return hasDate || [text, action.text, action.doneWhen].some((each) => each.trim() !== '');
}

/** A share, and the id of the person who shared it. */
type ShareOf = { readonly person: string; readonly share: string };
const placeOf = ({ person, share }: ShareOf): UnsentPlace => [person, share];

/** What was typed about the copies of a share but not added, by what it is about. */
export const useUnsentEvents = (of: ShareOf): Unsent<UnsentEvent> => store.useUnsent(placeOf(of));

/** Names what is asked about, so that what was typed is found when it is asked about again. */
export const unsentAboutOf = ({ place, thread }: Asking): string =>
  JSON.stringify([place.section, place.row, place.field, thread?.id ?? null]);

/** Remembers what was typed. Null, and what has neither words nor dates, is forgotten. */
export const rememberUnsent = (of: ShareOf, about: string, event: UnsentEvent | null): void =>
  store.set(placeOf(of), about, event !== null && isTyped(event) ? event : null);

/** Forgets what was added, unless it was changed meanwhile. Returns whether nothing is left. */
export function forgetAdded(of: ShareOf, about: string, added: TypedEvent): boolean {
  const now = store.get(placeOf(of), about) ?? added;
  const parts = ({ kind, text, action, span }: TypedEvent): unknown => [kind, text, action, span];
  if (!sameValue(parts(now), parts(added))) return false;
  store.set(placeOf(of), about, null);
  return true;
}
