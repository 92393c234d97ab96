import { randomBytes } from 'node:crypto';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import {
  emptyThreadFile,
  readThreadFile,
  type ThreadFile,
  withNews,
  writeThreadFile,
} from '#domain/coaching/thread-file.ts';
import { hasEffect, mergeEvents, nextNumber, type UnitedEvents, uniteEvents } from '#domain/coaching/threads.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ShareFileStore } from '#main/library/share-file-store.ts';

/** The largest thread file that is written, in bytes; below what is read back. */
const MAX_THREAD_BYTES = 18_000_000;

const fileName = (share: string): string => `${share}-thread.json`;

/** A new event of the writer, before it has an id and a number. */
export type WriterEvent = Pick<CoachingEvent, 'kind' | 'text' | 'action' | 'at'> & { readonly replyTo: string };

/** The threads of one share in the library, by the id of the share. `writer` is for a file that is new. */
export type ThreadKey = { readonly share: string; readonly coeId: string; readonly writer: string };

/** Reads the events of the copies of a thread file that sync services left beside it. */
async function eventsOfCopies(store: ShareFileStore, { share, coeId }: ThreadKey): Promise<CoachingEvent[]> {
  const names = await store.list(coeId);
  const copies = names.ok
    ? names.value.filter(
        (name) => name.startsWith(`${share}-thread`) && name.endsWith('.json') && name !== fileName(share),
      )
    : [];
  const events: CoachingEvent[] = [];
  for (const name of copies) {
    // oxlint-disable-next-line no-await-in-loop -- there are hardly ever any
    const bytes = await store.read(coeId, name);
    const file = bytes.ok && bytes.value !== null ? readThreadFile(Buffer.from(bytes.value).toString('utf8')) : null;
    if (file?.ok === true) events.push(...file.value.events);
  }
  return events;
}

/** Reads a file, and adds the events of copies of it. An empty one if there is none. */
function parse(
  bytes: Uint8Array | null,
  { coeId, writer }: ThreadKey,
  copied: readonly CoachingEvent[],
): Result<ThreadFile, AppError> {
  const read =
    bytes === null ? ok(emptyThreadFile(coeId, writer)) : readThreadFile(Buffer.from(bytes).toString('utf8'));
  if (read.ok) {
    const { value: file } = read;
    return ok(copied.length === 0 ? file : { ...file, events: mergeEvents(file.events, copied) });
  }
  const fault =
    read.error === 'newer'
      ? ({ reason: 'newer-version', version: 2 } as const)
      : ({ reason: 'invalid', detail: 'threads' } as const);
  return fail({ kind: 'unreadable', fault });
}

function print(file: ThreadFile): Result<Uint8Array, AppError> {
  const bytes = Buffer.from(writeThreadFile(file));
  return bytes.length > MAX_THREAD_BYTES ? fail({ kind: 'reply-refused', reason: 'too-many-events' }) : ok(bytes);
}

/** The threads of a share. A share without any has an empty file. Fails if the file cannot be read. */
export async function readThreads(store: ShareFileStore, key: ThreadKey): Promise<Result<ThreadFile, AppError>> {
  const copied = await eventsOfCopies(store, key);
  const bytes = await store.read(key.coeId, fileName(key.share));
  return bytes.ok ? parse(bytes.value, key, copied) : bytes;
}

/** Adds the events of a reply that `signer` signed. Nothing is written if one is refused. */
export async function addReply(
  store: ShareFileStore,
  key: ThreadKey,
  incoming: readonly CoachingEvent[],
  signer: string,
): Promise<Result<UnitedEvents, AppError>> {
  const copied = await eventsOfCopies(store, key);
  let united: UnitedEvents | null = null;
  const changed = await store.change(key.coeId, fileName(key.share), (bytes) => {
    const file = parse(bytes, key, copied);
    if (!file.ok) return file;
    const result = uniteEvents(file.value.events, incoming, signer);
    if (!result.ok) return fail({ kind: 'reply-refused', reason: result.error.kind });
    united = result.value;
    const { events, added } = result.value;
    if (added.length === 0 && file.value.news !== null) return ok(null);
    const news = withNews(file.value, added, signer);
    return print({ ...file.value, events: [...events], news });
  });
  if (!changed.ok) return changed;
  return united === null ? fail({ kind: 'not-found' }) : ok(united);
}

/**
 * Adds an event of the writer in reply to a known one. Fails with `not-found` for one that is not known, and with
 * `invalid-request` for one that would have no effect, such as accepting a question. The reader would refuse an event by
 * another key than the one that signed the copies.
 */
export async function addWriterEvent(
  store: ShareFileStore,
  key: ThreadKey,
  { replyTo, ...event }: WriterEvent,
): Promise<Result<CoachingEvent, AppError>> {
  const copied = await eventsOfCopies(store, key);
  let added: CoachingEvent | null = null;
  const id = randomBytes(16).toString('hex');
  const changed = await store.change(key.coeId, fileName(key.share), (bytes) => {
    const file = parse(bytes, key, copied);
    if (!file.ok) return file;
    const { events, writer } = file.value;
    if (writer !== key.writer) return fail({ kind: 'reply-refused', reason: 'own-key-changed' });
    const target = events.find((known) => known.id === replyTo);
    if (target === undefined) return fail({ kind: 'not-found' });
    const made: CoachingEvent = {
      ...event,
      id,
      n: nextNumber(events, key.writer),
      by: key.writer,
      place: target.place,
      quote: null,
      replyTo,
    };
    if (!hasEffect(made, events, key.writer)) return fail({ kind: 'invalid-request', detail: 'kind' });
    const united = uniteEvents(events, [made], key.writer);
    if (!united.ok) return fail({ kind: 'reply-refused', reason: united.error.kind });
    added = made;
    return print({ ...file.value, events: [...united.value.events] });
  });
  if (!changed.ok) return changed;
  return added === null ? fail({ kind: 'not-found' }) : ok(added);
}

/** Marks what the last reply brought as seen. */
export async function putNewsAway(store: ShareFileStore, key: ThreadKey): Promise<Result<null, AppError>> {
  const copied = await eventsOfCopies(store, key);
  return store.change(key.coeId, fileName(key.share), (bytes) => {
    const file = parse(bytes, key, copied);
    if (!file.ok) return file;
    return file.value.news === null ? ok(null) : print({ ...file.value, news: null });
  });
}

/** The events of a share, to send with a copy; none if they cannot be read. */
export async function eventsToSend(store: ShareFileStore, key: ThreadKey): Promise<readonly CoachingEvent[]> {
  const file = await readThreads(store, key);
  return file.ok ? file.value.events : [];
}
