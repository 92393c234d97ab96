import type { ShareFile } from '#domain/sharing/share-file.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ReplyImport } from '#ipc/threads.ts';
import type { ShareFileStore } from '#main/library/share-file-store.ts';

import type { SentShares } from './sent-shares.ts';
import { addReply } from './thread-store.ts';

/** What importing a reply needs. `open` decrypts a share file and verifies its signature by the key in it. */
export type ReplyDeps = {
  readonly store: ShareFileStore;
  readonly sent: SentShares;
  readonly ownKey: () => Promise<Result<string, AppError>>;
  readonly open: (bytes: Uint8Array) => Promise<Result<ShareFile, AppError>>;
  readonly announce: (coeId: string) => void;
};

/**
 * Imports a reply to a copy from the open library. Nothing is written unless every check passes: it is a reply, for the
 * writer, to a share that is known and not withdrawn, by the person whose replies are accepted, and no known event has
 * other content. For the first reply to a copy that anyone could read, it answers `confirm` and writes nothing, until
 * it is called again with the key of that person as `accepted`.
 */
export async function importReply(
  { store, sent, ownKey, open, announce }: ReplyDeps,
  bytes: Uint8Array,
  accepted: string | null = null,
): Promise<Result<ReplyImport, AppError>> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (file.kind !== 'reply') return fail({ kind: 'reply-refused', reason: 'not-a-reply' });
  const own = await ownKey();
  if (!own.ok) return own;
  if (file.to !== own.value) return fail({ kind: 'reply-refused', reason: 'for-another' });
  const found = await sent.find(file.share);
  if (!found.ok) return found;
  const record = found.value;
  if (record === null) return fail({ kind: 'reply-refused', reason: 'unknown-share' });
  if (record.isWithdrawn) return fail({ kind: 'reply-refused', reason: 'withdrawn' });
  const { key, name } = file.from;
  if (record.reader !== null && record.reader.key !== key) return fail({ kind: 'reply-refused', reason: 'of-another' });
  if (record.reader === null) {
    if (accepted !== key) return ok({ is: 'confirm', coeId: record.coeId, from: { name, key } });
    const pinned = await sent.pin(record, file.from);
    if (!pinned.ok) return pinned;
  }
  const united = await addReply(
    store,
    { share: file.share, coeId: record.coeId, writer: own.value },
    file.body.thread,
    key,
  );
  if (!united.ok) return united;
  announce(record.coeId);
  const { added, known } = united.value;
  return ok({ is: 'imported', coeId: record.coeId, from: { name, key }, added: added.map(({ id }) => id), known });
}
