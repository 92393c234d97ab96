import { createHash } from 'node:crypto';
import path from 'node:path';

import type { BackupComparison } from './backup-tasks.ts';
import { listFilesToBackUp } from './files-to-back-up.ts';
import { readManifest } from './read-backup.ts';
import { readRegularFile } from './read-regular-file.ts';

const isCoe = (name: string): boolean => /^coes\/[^/]+\.(json|age)$/.test(name);

/**
 * Compares the COE files of a backup with those of a library folder. Compares bytes as stored, so it needs no key for
 * an encrypted library. Throws InvalidBackupError or a disk error.
 */
export async function compareBackup(file: string, folder: string): Promise<BackupComparison> {
  const manifest = await readManifest(file);
  const then = manifest.files.filter(({ name }) => isCoe(name));
  const there = new Set(listFilesToBackUp(folder).names.filter(isCoe));
  const missing: string[] = [];
  const differs: string[] = [];
  for (const { name, sha256 } of then) {
    const bytes = there.has(name) ? readRegularFile(path.join(folder, name)) : null;
    if (bytes === null) missing.push(name);
    else if (typeof bytes === 'string' || createHash('sha256').update(bytes).digest('base64url') !== sha256) {
      differs.push(name);
    }
  }
  const isChanged = missing.length > 0 || differs.length > 0 || there.size !== then.length;
  const same = then.length - missing.length - differs.length;
  return { missing, differs, same, isChanged, leftOut: manifest.leftOut.length };
}
