import type { Coe } from '#domain/coe/coe.ts';
import { readPattern } from '#domain/patterns/pattern.ts';
import { diskNameOf } from '#main/coe-files/file-names.ts';
import { patternFileName } from '#main/coe-files/pattern-files.ts';
import type { Library } from '#main/library/library-api.ts';

import type { RunBackupTask } from './run-backup-task.ts';

/**
 * Restores the patterns of COEs that the library lacks, and those they were merged into. One that the library has stays
 * as it is there; one that the backup lacks too, or that does not decrypt, stays missing.
 */
export async function restorePatterns(
  run: RunBackupTask,
  { patterns, cipher }: Pick<Library, 'patterns' | 'cipher'>,
  file: string,
  coes: readonly Coe[],
): Promise<void> {
  const wanted = new Set(coes.flatMap(({ patternIds }) => patternIds));
  const known = new Set(patterns.knownPatterns().map(({ id }) => id));
  // Grows while it is read: a pattern may name the one it was merged into.
  for (const id of wanted) {
    if (known.has(id)) continue;
    // oxlint-disable-next-line no-await-in-loop -- a handful
    const read = await run('read', { file, names: [`patterns/${diskNameOf(cipher, patternFileName(id))}`] });
    const [entry] = read.ok ? read.value : [];
    const opened = entry === undefined ? null : cipher.decrypt(entry.bytes);
    const pattern = opened?.ok === true ? readPattern(Buffer.from(opened.value).toString('utf8'), id) : null;
    if (pattern?.ok !== true) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await patterns.changePattern(null, pattern.value);
    if (pattern.value.mergedInto !== null) wanted.add(pattern.value.mergedInto);
  }
}
