import { copyFile, cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { diskError, nullOnDiskError } from '#main/disk/disk-error.ts';

/** Copies what goes along into an empty folder: no versions, no trash, nothing of what was shared for coaching. */
export async function copyLibrary(from: string, to: string): Promise<Result<null, AppError>> {
  const made = await makeLibraryFolders(to);
  if (!made.ok) return made;
  const [source, target] = [libraryPathsOf(from), libraryPathsOf(to)];
  try {
    for (const place of COPIED) {
      // oxlint-disable-next-line no-await-in-loop -- one folder after the other
      const exists = await stat(source[place]).catch(() => null);
      if (exists === null) continue;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await cp(source[place], target[place], {
        recursive: true,
        filter: (file) => !path.basename(file).startsWith('.'),
      });
    }
    const attachments = await attachmentsNamedIn(from);
    if (attachments.size > 0) await mkdir(target.attachments, { recursive: true });
    for (const name of attachments) {
      // oxlint-disable-next-line no-await-in-loop -- as above; a picture that is missing here is missing there
      await copyFile(path.join(source.attachments, name), path.join(target.attachments, name)).catch(nullOnDiskError);
    }
    return ok(null);
  } catch (error) {
    return fail(diskError(error));
  }
}

const COPIED = ['coes', 'patterns', 'questions'] as const;

/**
 * The attachments that the COEs, patterns and own questions of a library name. The folder of attachments also holds what
 * only earlier versions, the trash or unsaved text use, and that stays.
 */
export async function attachmentsNamedIn(folder: string): Promise<Set<string>> {
  const names = new Set<string>();
  const paths = libraryPathsOf(folder);
  for (const place of COPIED) {
    // oxlint-disable-next-line no-await-in-loop -- one folder after the other
    for (const name of await readdir(paths[place]).catch(() => [])) {
      if (name.startsWith('.') || !name.endsWith('.json')) continue;
      // oxlint-disable-next-line no-await-in-loop -- one file after the other bounds the memory
      const text = await readFile(path.join(paths[place], name), 'utf8').catch(() => '');
      for (const attachment of attachmentNamesIn(text)) names.add(attachment);
    }
  }
  return names;
}
