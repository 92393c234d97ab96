import {
  readableUnsent,
  readUnsentFile,
  type UnsentItem,
  withUnsent,
  writeUnsentFile,
} from '#domain/coaching/unsent-file.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { unsentEventSchema } from '#ipc/unsent.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { UNREADABLE } from '#main/people/encrypted-files.ts';
import type { People } from '#main/people/people-handlers.ts';
import type { ShareKey } from '#main/people/people-store.ts';

type UnsentHandlers = Pick<Handlers, 'people:read-unsent' | 'people:save-unsent'>;

/**
 * Creates the handlers of what a coach typed about a copy but did not add. It is in a file beside the copies, encrypted
 * like them, and goes with them: with the share, with the person, and when the writer withdraws. The folder that writes
 * replies may not import this one.
 */
export function unsentEventsHandlers({ files, exclusive }: Pick<People, 'files' | 'exclusive'>): UnsentHandlers {
  const folderOf = ({ person, share }: ShareKey): string => `${person}/${share}`;
  const fileOf = (key: ShareKey): string => `${folderOf(key)}/unsent`;
  const read = async (key: ShareKey): Promise<Result<readonly UnsentItem[], AppError>> => {
    const text = await files.read(fileOf(key));
    if (!text.ok) return text;
    const items = text.value === null ? [] : readUnsentFile(text.value);
    return items === null ? fail(UNREADABLE) : ok(items);
  };
  return {
    'people:read-unsent': async (request) => {
      const items = await read(request);
      return items.ok ? ok([...readableUnsent(items.value, unsentEventSchema)]) : items;
    },
    'people:save-unsent': ({ about, event, ...key }) =>
      exclusive(async () => {
        const names = await files.list(folderOf(key));
        if (!names.ok) return names;
        // After a withdrawal, what was typed about its words must not come back.
        if (!names.value.some((name) => name.startsWith('copy-'))) return fail({ kind: 'not-found' });
        const there = await read(key);
        // Nothing can be read in a damaged file any more, and what is typed now counts.
        const isDamaged = !there.ok && there.error === UNREADABLE;
        if (!there.ok && !isDamaged) return there;
        const before = there.ok ? there.value : [];
        const items = withUnsent(before, about, event);
        if (items === null) return fail({ kind: 'invalid-request', detail: 'too many' });
        if (items === before && !isDamaged) return ok(null);
        return items.length === 0 ? files.remove(fileOf(key)) : files.write(fileOf(key), writeUnsentFile(items));
      }),
  };
}
