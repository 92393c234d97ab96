import { randomBytes } from 'node:crypto';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { nextNumber } from '#domain/coaching/threads.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { NewEvent } from '#ipc/people.ts';

import type { PeopleStore, ShareKey } from './people-store.ts';
import { readShare } from './shared-copies.ts';

/**
 * Adds an event of the coach, whose key is `by`, to the thread of a share. Withdrawing what was never sent removes it
 * or, if something replies to it, empties it. Returns the event, or the one that was removed. Fails with `not-found` if
 * there is no copy.
 */
export async function addEvent(
  store: PeopleStore,
  key: ShareKey,
  event: NewEvent,
  by: string,
  today: CalendarDate,
): Promise<Result<CoachingEvent, AppError>> {
  const shown = await readShare(store, key);
  if (!shown.ok) return shown;
  if (shown.value.last === null) return fail({ kind: 'not-found' });
  const { thread } = shown.value;
  const sent = thread.events.filter((each) => each.by === by).slice(0, thread.sent?.events ?? 0);
  const target = thread.events.find(({ id }) => id === event.replyTo);
  // What was never sent never leaves.
  const isUnsent = event.kind === 'withdraw' && target?.by === by && !sent.includes(target);
  const isAlone = thread.events.every(({ replyTo }) => replyTo !== target?.id);
  if (isUnsent && isAlone) {
    const events = thread.events.filter((each) => each !== target);
    const removed = await store.writeThread(key, { ...thread, events });
    return removed.ok ? ok(target) : removed;
  }
  const known = isUnsent
    ? thread.events.map((each) => (each === target ? { ...each, text: '', quote: null, action: null } : each))
    : thread.events;
  const added: CoachingEvent = {
    ...event,
    id: randomBytes(16).toString('hex'),
    n: Math.max(nextNumber(thread.events, by), thread.lastNumber + 1),
    by,
    at: today,
  };
  const written = await store.writeThread(key, {
    ...thread,
    events: [...known, added],
    lastNumber: added.n,
  });
  return written.ok ? ok(added) : written;
}
