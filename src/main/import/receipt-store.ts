import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ImportReceipt } from '#ipc/imports.ts';
import { libraryKeyOf } from '#main/coe-files/cache-paths.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { isTemporaryName } from '#main/disk/temporary-name.ts';
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
  /** What the log of an import that Once did not finish names; null for one that was finished. */
  readonly unfinished: UnfinishedImport | null;
};

/**
 * What an import was about to write when Once ended. `coes` has the bytes that a COE had before, in base64, or null for
 * one that was added, by id. A COE that is named may not have been written.
 */
type UnfinishedImport = { readonly coes: ReadonlyMap<string, string | null> };

/** What an import is about to write, or has written. The bytes of a COE that is replaced are null for a new one. */
type LogEntry =
  | { readonly coe: string; readonly before: string | null }
  | { readonly attachment: string }
  | { readonly pattern: WrittenPattern };

/** The log of an import that runs, so that it can be undone if Once ends before it does. */
export type ImportLog = {
  /** Called before a COE is written. Bytes that are replaced are on disk when it returns. */
  readonly beforeWriting: (id: string, before: Uint8Array | null) => Promise<Result<null, AppError>>;
  readonly addAttachment: (name: string) => void;
  /** Called before a pattern is added. */
  readonly beforePattern: (pattern: WrittenPattern) => Promise<Result<null, AppError>>;
};

/** The receipts of the imports into one library. They are outside the library, encrypted if the library is. */
export type ReceiptStore = {
  /** Saves the receipt of an import that begins, and opens its log. */
  readonly begin: (receipt: ImportReceipt) => Promise<Result<ImportLog, AppError>>;
  /** Saves the receipt of an import that has ended, and deletes its log. */
  readonly save: (finished: FinishedImport) => Promise<Result<null, AppError>>;
  /** Saves that an import was undone; nothing of it is left to undo. */
  readonly saveUndone: (receipt: ImportReceipt) => Promise<Result<null, AppError>>;
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
  const logOf = (batch: string): string => path.join(own, `${batch}.log`);

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
      if (plain === null) return null;
      const kept = completed(JSON.parse(Buffer.from(plain).toString('utf8')) as KeptReceipt);
      const entries = await readLog(batch);
      return entries === null ? kept : withLog(kept, entries);
    } catch (error) {
      if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
      return null;
    }
  };
  /** The entries of a log; null if there is none. A last line that is cut off is left out. */
  const readLog = async (batch: string): Promise<LogEntry[] | null> => {
    const text = await readFile(logOf(batch), 'utf8').catch(nullOnDiskError);
    if (text === null) return null;
    return text.split('\n').flatMap((line) => {
      const plain = line === '' ? null : cipher.decryptCache(PURPOSE, Buffer.from(line, 'base64'));
      return plain === null ? [] : (parsed(Buffer.from(plain).toString('utf8')) ?? []);
    });
  };
  const saveKept = async (kept: Omit<KeptReceipt, 'unfinished'>): Promise<Result<null, AppError>> => {
    await mkdir(own, { recursive: true });
    const bytes = cipher.encryptCache(PURPOSE, Buffer.from(JSON.stringify(kept)));
    const saved = await replaceFile(fileOf(kept.receipt.batch), bytes, async () => ok(true));
    if (!saved.ok) return saved;
    for (const old of (await batches()).slice(MOST_RECEIPTS)) {
      await rm(fileOf(old), { force: true });
      await rm(logOf(old), { force: true });
    }
    return ok(null);
  };
  const saveLast = async (kept: Omit<KeptReceipt, 'unfinished'>): Promise<Result<null, AppError>> => {
    const saved = await saveKept(kept);
    if (saved.ok) await rm(logOf(kept.receipt.batch), { force: true });
    return saved;
  };
  /** Appends to a log, one entry after the other. Flushes it if `isFlushed`. */
  const openLog = (batch: string): ImportLog => {
    let last: Promise<unknown> = Promise.resolve();
    const append = async (entry: LogEntry, isFlushed: boolean): Promise<Result<null, AppError>> => {
      const line = Buffer.from(cipher.encryptCache(PURPOSE, Buffer.from(JSON.stringify(entry)))).toString('base64');
      try {
        await appendFile(logOf(batch), `${line}\n`, { flush: isFlushed });
        return ok(null);
      } catch (error) {
        return fail(diskError(error));
      }
    };
    const add = (entry: LogEntry, isFlushed: boolean): Promise<Result<null, AppError>> => {
      const added = last.then(() => append(entry, isFlushed));
      last = added;
      return added;
    };
    return {
      beforeWriting: (id, before) =>
        add({ coe: id, before: before === null ? null : Buffer.from(before).toString('base64') }, before !== null),
      addAttachment: (attachment) => void add({ attachment }, false),
      beforePattern: (pattern) => add({ pattern }, false),
    };
  };

  return {
    read,
    begin: async (receipt) => {
      await removeTemporaries(own);
      const saved = await saveKept({ receipt, written: [], attachments: [], patterns: [] });
      if (!saved.ok) return saved;
      try {
        await writeFile(logOf(receipt.batch), '', { flush: true });
      } catch (error) {
        return fail(diskError(error));
      }
      return ok(openLog(receipt.batch));
    },
    saveUndone: (receipt) => saveLast({ receipt, written: [], attachments: [], patterns: [] }),
    save: ({ receipt, written, attachments, patterns }) =>
      saveLast({
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

/** Removes what a write left that Once did not finish. */
async function removeTemporaries(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(nullOnDiskError)) ?? []) {
    if (isTemporaryName(name)) await rm(path.join(folder, name), { force: true });
  }
}

function parsed(json: string): LogEntry | null {
  try {
    return JSON.parse(json) as LogEntry;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** The receipt of an import that Once did not finish, with what its log names. */
function withLog(kept: KeptReceipt, entries: readonly LogEntry[]): KeptReceipt {
  const coes = new Map<string, string | null>();
  for (const entry of entries) if ('coe' in entry && !coes.has(entry.coe)) coes.set(entry.coe, entry.before);
  return {
    ...kept,
    attachments: [
      ...new Set([...kept.attachments, ...entries.flatMap((each) => ('attachment' in each ? each.attachment : []))]),
    ],
    patterns: [...kept.patterns, ...entries.flatMap((each) => ('pattern' in each ? each.pattern : []))],
    unfinished: { coes },
  };
}

/** Receipts of before imports copied attachments or added patterns say nothing of them. */
const completed = (kept: KeptReceipt): KeptReceipt => ({
  ...kept,
  unfinished: null,
  attachments: kept.attachments ?? [],
  patterns: kept.patterns ?? [],
  receipt: {
    ...kept.receipt,
    interrupted: false,
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
