import { readableUnsent, type UnsentItem } from '#domain/coaching/unsent-file.ts';
import {
  isUnsentName,
  readUnsent,
  saveUnsent,
  setAsideName,
  type UnsentStorage,
} from '#domain/coaching/unsent-storage.ts';
import { ok, type Result } from '#domain/result.ts';
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
  const remove = async (name: string): Promise<Result<null, AppError>> => {
    await folder.remove('unsent', name);
    return ok(null);
  };
  const storageOf = (coeId: string): UnsentStorage<AppError> => {
    const name = `${coeId}.json`;
    return {
      read: async () => {
        const found = await folder.find('unsent', name);
        if (!found.ok) return found.error.kind === 'unreadable' ? ok('') : found;
        return ok(found.value === null ? null : Buffer.from(found.value).toString('utf8'));
      },
      write: (text) => folder.write('unsent', name, Buffer.from(text)),
      remove: () => remove(name),
      setAside: () => folder.move(name, 'unsent', 'unsent', `${setAsideName(coeId, new Date().toISOString())}.json`),
    };
  };
  return {
    read: async (coeId) => {
      const items = await readUnsent(storageOf(coeId));
      return items.ok ? ok([...readableUnsent(items.value, unsentWordsSchema)]) : items;
    },
    save: (coeId, about, words) => mutex.run(coeId, () => saveUnsent(storageOf(coeId), about, words)),
    forget: (coeId) =>
      mutex.run(coeId, async () => {
        const names = await folder.names('unsent');
        await Promise.all(names.filter((name) => isUnsentName(name.replace(/\.json$/, ''), coeId)).map(remove));
      }),
  };
}
