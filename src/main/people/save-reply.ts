import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { SharingIdentity } from '#main/sharing/identity.ts';
import { sealShare } from '#main/sharing/seal-share.ts';

import type { PeopleStore, ShareKey } from './people-store.ts';

/** Saves the bytes of a reply where the person chooses, and answers with the name of the file. */
export type SaveReplyFile = (name: string, bytes: Uint8Array) => Promise<Result<{ fileName: string }, AppError>>;

/**
 * Saves a reply to the writer of a share: all of one's own events so far, sealed for the writer. What was saved last is
 * remembered only once the file is written.
 */
export async function saveReply(
  store: PeopleStore,
  key: ShareKey,
  own: SharingIdentity,
  save: SaveReplyFile,
): Promise<Result<{ fileName: string }, AppError>> {
  const [thread, copies] = [await store.readThread(key), await store.copies(key)];
  if (!thread.ok) return thread;
  if (!copies.ok) return copies;
  const seen = copies.value.at(-1);
  const copy = seen === undefined ? ok(null) : await store.readCopy(key, seen);
  if (!copy.ok) return copy;
  if (seen === undefined || copy.value === null) return fail({ kind: 'not-found' });
  const { from } = copy.value;
  const events = thread.value.events.filter(({ by }) => by === own.person.key);
  const seq = (thread.value.sent?.seq ?? 0) + 1;
  const previous = thread.value.sent?.hash ?? null;
  const sealed = sealShare(
    { kind: 'reply', share: key.share, seq, previous, body: { seen, thread: events } },
    own,
    from,
  );
  if (!sealed.ok) return fail({ kind: 'sharing', fault: sealed.error });
  const saved = await save(`Reply to ${from.name}`, sealed.value.bytes);
  if (!saved.ok) return saved;
  const written = await store.writeThread(key, {
    ...thread.value,
    sent: { seq, hash: sealed.value.hash, events: events.length },
  });
  return written.ok ? saved : written;
}
