import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';

import { type VaultPaths, vaultPathsOf } from './vault-paths.ts';

const descriptionSchema = z.object({
  format: z.literal('once-vault'),
  version: z.literal(1),
  /** The public key that every file is encrypted to. It decrypts nothing. */
  recipient: z.string(),
  /** What the folders of the library hold. Writing a new state commits a conversion. */
  state: z.enum(['plain', 'encrypted']),
  /** An unfinished conversion, with its owner and start; null if none is running. */
  change: z
    .object({ kind: z.enum(['encrypting', 'decrypting']), by: z.string().max(100), since: z.string().max(40) })
    .nullable(),
});

/** The content of `vault/vault.json`: the encryption state of a library. */
export type VaultDescription = z.infer<typeof descriptionSchema>;

/** Writes the description atomically. */
export async function writeDescription(
  paths: VaultPaths,
  description: Omit<VaultDescription, 'format' | 'version'>,
): Promise<Result<null, AppError>> {
  const whole: VaultDescription = { format: 'once-vault', version: 1, ...description };
  const bytes = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`);
  const written = await replaceFile(paths.description, bytes, async () => ok(true));
  return written.ok ? ok(null) : written;
}

/**
 * The encryption state of a library; null if it has no vault. `vault.json` may be lost, or rolled back by a sync
 * service. If it contradicts the files, the files win and no conversion counts as started, so that nothing is deleted
 * by mistake.
 */
export async function readDescription(libraryFolder: string): Promise<VaultDescription | null> {
  const paths = vaultPathsOf(libraryFolder);
  const read = parse(await readText(paths.description));
  const keys = await hasKeys(paths);
  if (read === null && !keys) return null; // the common case: a library without encryption
  const { coes } = libraryPathsOf(libraryFolder);
  const [names, inBetween] = [await namesIn(coes), await isInBetween(coes)];
  const [holdsPlain, holdsSealed] = [names.some(isPlainName), names.some(isSealedName)];
  const believed = (state: VaultDescription['state']): VaultDescription => ({
    format: 'once-vault',
    version: 1,
    recipient: read?.recipient ?? '',
    state,
    change: null,
  });
  if (read === null) return believed(holdsPlain && !holdsSealed ? 'plain' : 'encrypted');
  if (inBetween) return read;
  if (read.state === 'plain' && holdsSealed && !holdsPlain) return believed('encrypted');
  if (read.state === 'encrypted' && holdsPlain && !holdsSealed && !keys) return believed('plain');
  return read;
}

/**
 * Whether files of a library are encrypted, or are being encrypted or decrypted. Not of one that was decrypted, even if
 * its keys are still there for a file that was damaged then.
 */
export async function holdsEncryptedFiles(libraryFolder: string): Promise<boolean> {
  const description = await readDescription(libraryFolder);
  return description !== null && (description.state === 'encrypted' || description.change !== null);
}

const isPlainName = (name: string): boolean => name.endsWith('.json');

/** Whether a name looks like one that `file-name-cipher.ts` creates. */
const isSealedName = (name: string): boolean => /^[a-z2-7]{32,}\.age$/.test(name);

/** Whether a staged or previous folder exists beside a folder. */
async function isInBetween(converted: string): Promise<boolean> {
  const names = await namesIn(path.dirname(converted));
  return [`${path.basename(converted)}.new`, `${path.basename(converted)}.old`].some((name) => names.includes(name));
}

function parse(text: string | null): VaultDescription | null {
  if (text === null) return null;
  try {
    const read = descriptionSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null; // not JSON
  }
}

async function hasKeys(paths: VaultPaths): Promise<boolean> {
  const names = await namesIn(paths.folder);
  return [...paths.identity, ...paths.recovery].some((file) => names.includes(path.basename(file)));
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(nullOnDiskError)) ?? [];
}

async function readText(file: string): Promise<string | null> {
  return await readFile(file, 'utf8').catch(nullOnDiskError);
}
