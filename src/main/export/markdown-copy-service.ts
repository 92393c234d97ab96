import { realpath } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { MarkdownCopyState } from '#ipc/exports.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

import { refreshMarkdownCopy } from './markdown-copy.ts';

/** What the service needs. `folderOf` is the chosen folder of a library, by the library's folder; null for none. */
export type MarkdownCopyDeps = {
  readonly library: () => Library | null;
  readonly folderOf: (libraryFolder: string) => string | null;
  readonly setFolder: (libraryFolder: string, folder: string | null) => Result<unknown, AppError>;
  readonly askForFolder: () => Promise<string | null>;
};

/** Keeps a Markdown copy of each library in the folder that the person chose for it. */
export type MarkdownCopyService = {
  /** Writes what changed. Call it after saves and for changes from outside. Refreshes run one after the other. */
  readonly refresh: (ids: readonly string[] | 'all') => Promise<void>;
  readonly handlers: Pick<Handlers, 'markdown-copy:state' | 'markdown-copy:choose-folder' | 'markdown-copy:stop'>;
};

/** Creates the service. It writes nothing for an encrypted library, whose words would be in plain files. */
export function createMarkdownCopy({
  library,
  folderOf,
  setFolder,
  askForFolder,
}: MarkdownCopyDeps): MarkdownCopyService {
  let last: Promise<void> = Promise.resolve();
  let changedElsewhere = 0;
  let failure: AppError | null = null;

  const run = async (ids: readonly string[] | 'all'): Promise<void> => {
    const open = library();
    const folder = open === null ? null : folderOf(open.folder);
    if (open === null || folder === null) return;
    const { status, isEncrypted } = open.state();
    if (isEncrypted || (status !== 'ready' && ids === 'all')) return;
    const done = await refreshMarkdownCopy(open, folder, ids);
    failure = done.ok ? null : done.error;
    if (done.ok && ids === 'all') changedElsewhere = done.value.changedElsewhere;
  };
  const refresh = (ids: readonly string[] | 'all'): Promise<void> => {
    last = last.then(() => run(ids));
    return last;
  };
  const state = (): Result<MarkdownCopyState, AppError> => {
    const open = library();
    const folder = open === null ? null : folderOf(open.folder);
    return ok({ folder, isEncrypted: open?.state().isEncrypted ?? false, changedElsewhere, failure });
  };

  return {
    refresh,
    handlers: {
      'markdown-copy:state': async () => state(),
      'markdown-copy:choose-folder': async () => {
        const open = library();
        if (open === null) return fail({ kind: 'library-loading' });
        if (open.state().isEncrypted) return fail({ kind: 'invalid-request', detail: 'the library is encrypted' });
        const folder = await askForFolder();
        if (folder === null) return fail({ kind: 'cancelled' });
        if (await isWithin(folder, open.folder)) return fail({ kind: 'backup-folder-in-library' });
        const chosen = setFolder(open.folder, folder);
        if (!chosen.ok) return chosen;
        await refresh('all');
        return state();
      },
      'markdown-copy:stop': async () => {
        const open = library();
        if (open !== null) setFolder(open.folder, null);
        failure = null;
        changedElsewhere = 0;
        return state();
      },
    },
  };
}

async function isWithin(folder: string, parent: string): Promise<boolean> {
  const [inner, outer] = await Promise.all([real(folder), real(parent)]);
  const relative = path.relative(outer, inner);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

const real = async (folder: string): Promise<string> => (await realpath(folder).catch(nullOnDiskError)) ?? folder;
