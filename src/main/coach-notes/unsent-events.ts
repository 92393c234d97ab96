import { readableUnsent } from '#domain/coaching/unsent-file.ts';
import { readUnsent, saveUnsent, setAsideName, type UnsentStorage } from '#domain/coaching/unsent-storage.ts';
import { fail, ok } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { unsentEventSchema } from '#ipc/unsent.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { UNREADABLE } from '#main/people/encrypted-files.ts';
import type { People } from '#main/people/people-handlers.ts';
import { folderOf, type ShareKey, UNSENT_NAME } from '#main/people/people-store.ts';

type UnsentHandlers = Pick<Handlers, 'people:read-unsent' | 'people:save-unsent'>;

/**
 * Creates the handlers of what a coach typed about a copy but did not add. It is in a file beside the copies, encrypted
 * like them, and goes with them: with the share, with the person, and when the writer withdraws. The folder that writes
 * replies may not import this one.
 */
export function unsentEventsHandlers({ files, exclusive }: Pick<People, 'files' | 'exclusive'>): UnsentHandlers {
  const storageOf = (key: ShareKey): UnsentStorage<AppError> => {
    const folder = folderOf(key);
    const file = `${folder}/${UNSENT_NAME}`;
    return {
      read: async () => {
        const text = await files.read(file);
        return !text.ok && text.error === UNREADABLE ? ok('') : text;
      },
      write: (text) => files.write(file, text),
      remove: () => files.remove(file),
      setAside: () => files.rename(file, `${folder}/${setAsideName(UNSENT_NAME, new Date().toISOString())}`),
    };
  };
  return {
    'people:read-unsent': async (request) => {
      const items = await readUnsent(storageOf(request));
      return items.ok ? ok([...readableUnsent(items.value, unsentEventSchema)]) : items;
    },
    'people:save-unsent': ({ about, event, ...key }) =>
      exclusive(async () => {
        const names = await files.list(folderOf(key));
        if (!names.ok) return names;
        // After a withdrawal, what was typed about its words must not come back.
        if (!names.value.some((name) => name.startsWith('copy-'))) return fail({ kind: 'not-found' });
        return saveUnsent(storageOf(key), about, event);
      }),
  };
}
