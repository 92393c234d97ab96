import { attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { diskNameOf } from '#main/coe-files/file-names.ts';
import type { Library } from '#main/library/library-api.ts';

import type { RunBackupTask } from './run-backup-task.ts';

/**
 * Restores the pictures and files of COEs that the library lacks. One that the backup lacks too, or that does not
 * decrypt, stays missing, and the COE shows that it is.
 */
export async function restoreAttachments(
  run: RunBackupTask,
  { attachments, cipher }: Pick<Library, 'attachments' | 'cipher'>,
  file: string,
  coes: readonly Coe[],
): Promise<void> {
  const found = await attachments.findAttachments(coes.flatMap((coe) => attachmentNamesIn(JSON.stringify(coe))));
  for (const [name, bytes] of found) {
    if (bytes !== null) continue;
    // oxlint-disable-next-line no-await-in-loop -- one at a time limits the memory
    const read = await run('read', { file, names: [`attachments/${diskNameOf(cipher, name)}`] });
    const [entry] = read.ok ? read.value : [];
    const opened = entry === undefined ? null : cipher.decrypt(entry.bytes);
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (opened?.ok === true) await attachments.addAttachment(opened.value, name);
  }
}
