import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ImportReceipt } from '#ipc/imports.ts';
import { libraryKeyOf } from '#main/coe-files/cache-paths.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import type { WrittenPattern } from './import-batch.ts';
import type { FinishedImport } from './run-import.ts';

/** A receipt as it is kept: with what is needed to undo the import. The bytes of replaced COEs are in base64. */
export type KeptReceipt = {
  readonly receipt: ImportReceipt;
  readonly written: readonly { readonly id: string; readonly revision: string; readonly before: string | null }[];
  /** The names of the attachments that the import added. */
  readonly attachments: readonly string[];
  /** The patterns that it added. */
  readonly patterns: readonly WrittenPattern[];
};

/** The receipts of the imports into one library. They are outside the library, encrypted if the library is. */
export type ReceiptStore = {
  readonly save: (finished: FinishedImport) => Promise<Result<null, AppError>>;
  readonly saveKept: (kept: KeptReceipt) => Promise<Result<null, AppError>>;
  /** Null when there is no receipt of this import, or it cannot be read. */
  readonly read: (batch: string) => Promise<KeptReceipt | null>;
  /** All receipts, the newest first, without those that cannot be read. */
  readonly list: () => Promise<KeptReceipt[]>;
};

const PURPOSE = 'import-receipt';
const NAME = /^([0-7][0-9A-HJKMNP-TV-Z]{25})\.json$/;
/** Older receipts are removed. */
const MOST_RECEIPTS = 100;

/** Opens the receipts of a library, in a folder of this computer that has one folder for each library. */
export async function openReceiptStore(
  folder: string,
  libraryFolder: string,
  cipher: FileCipher,
): Promise<ReceiptStore> {
  const own = path.join(folder, await libraryKeyOf(libraryFolder));
  const fileOf = (batch: string): string => path.join(own, `${batch}.json`);

  const batches = async (): Promise<string[]> => {
    try {
      const names = await readdir(own);
      return names
        .flatMap((name) => NAME.exec(name)?.[1] ?? [])
        .toSorted()
        .toReversed();
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return [];
    }
  };
  const read = async (batch: string): Promise<KeptReceipt | null> => {
    try {
      const plain = cipher.decryptCache(PURPOSE, await readFile(fileOf(batch)));
      return plain === null ? null : completed(JSON.parse(Buffer.from(plain).toString('utf8')) as KeptReceipt);
    } catch (error) {
      if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
      return null;
    }
  };
  const saveKept = async (kept: KeptReceipt): Promise<Result<null, AppError>> => {
    await mkdir(own, { recursive: true });
    const bytes = cipher.encryptCache(PURPOSE, Buffer.from(JSON.stringify(kept)));
    const saved = await replaceFile(fileOf(kept.receipt.batch), bytes, async () => ok(true));
    if (!saved.ok) return saved;
    for (const old of (await batches()).slice(MOST_RECEIPTS)) await rm(fileOf(old), { force: true });
    return ok(null);
  };

  return {
    read,
    saveKept,
    save: ({ receipt, written, attachments, patterns }) =>
      saveKept({
        receipt,
        attachments,
        patterns,
        written: written.map(({ id, revision, before }) => ({
          id,
          revision,
          before: before === null ? null : Buffer.from(before).toString('base64'),
        })),
      }),
    list: async () => {
      const kept: KeptReceipt[] = [];
      for (const batch of await batches()) {
        // oxlint-disable-next-line no-await-in-loop -- receipts may be large, and few are kept
        const found = await read(batch);
        if (found !== null) kept.push(found);
      }
      return kept;
    },
  };
}

/** Receipts of before imports copied attachments or added patterns say nothing of them. */
const completed = (kept: KeptReceipt): KeptReceipt => ({
  ...kept,
  attachments: kept.attachments ?? [],
  patterns: kept.patterns ?? [],
  receipt: {
    ...kept.receipt,
    summary: {
      ...kept.receipt.summary,
      attachments: kept.receipt.summary.attachments ?? 0,
      patterns: kept.receipt.summary.patterns ?? 0,
    },
    files: kept.receipt.files.map((file) => ({
      ...file,
      attachments: file.attachments ?? 0,
      patterns: file.patterns ?? 0,
    })),
  },
});
