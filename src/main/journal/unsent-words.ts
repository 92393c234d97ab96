import {
  readableUnsent,
  readUnsentFile,
  type UnsentItem,
  withUnsent,
  writeUnsentFile,
} from '#domain/coaching/unsent-file.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { type UnsentWords, unsentWordsSchema } from '#ipc/unsent.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';

import type { JournalFolder } from './journal-folder.ts';

/** What was typed or chosen about COEs of one library, but not stored or sent. */
export type UnsentWordsStore = {
  readonly read: (coeId: string) => Promise<Result<UnsentItem<UnsentWords>[], AppError>>;
  /** Stores what was typed in a form; null removes it. Once this succeeds, it survives a power cut. */
  readonly save: (coeId: string, about: string, words: UnsentWords | null) => Promise<Result<null, AppError>>;
  /** Removes everything about a COE, when that is deleted permanently. */
  readonly forget: (coeId: string) => Promise<void>;
};

/** Opens what was typed but not sent, one file for each COE in the journal of a library. */
export function openUnsentWords(folder: JournalFolder): UnsentWordsStore {
  const mutex = createKeyedMutex();
  const nameOf = (coeId: string): string => `${coeId}.json`;
  const read = async (coeId: string): Promise<Result<readonly UnsentItem[], AppError>> => {
    const bytes = await folder.find('unsent', nameOf(coeId));
    if (!bytes.ok) return bytes;
    const items = bytes.value === null ? [] : readUnsentFile(Buffer.from(bytes.value).toString('utf8'));
    return items === null ? fail({ kind: 'unreadable', fault: { reason: 'not-opened' } }) : ok(items);
  };
  return {
    read: async (coeId) => {
      const items = await read(coeId);
      return items.ok ? ok([...readableUnsent(items.value, unsentWordsSchema)]) : items;
    },
    save: (coeId, about, words) =>
      mutex.run(coeId, async () => {
        const there = await read(coeId);
        // Nothing can be read in a damaged file any more, and what is typed now counts.
        const isDamaged = !there.ok && there.error.kind === 'unreadable';
        if (!there.ok && !isDamaged) return there;
        const before = there.ok ? there.value : [];
        const items = withUnsent(before, about, words);
        if (items === null) return fail({ kind: 'invalid-request', detail: 'too many' });
        if (items === before && !isDamaged) return ok(null);
        if (items.length > 0) return folder.write('unsent', nameOf(coeId), Buffer.from(writeUnsentFile(items)));
        await folder.remove('unsent', nameOf(coeId));
        return ok(null);
      }),
    forget: (coeId) => mutex.run(coeId, () => folder.remove('unsent', nameOf(coeId))),
  };
}
